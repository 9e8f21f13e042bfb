"""What the command line says: its help, what is wrong with a command, and what was done."""

from collections.abc import Mapping

from cosmos_app.texts.message import Plural, Text

# Help

COSMOS = Text("CoSMoS helps people around a public service reflect on how they work together.")

COMMAND_HELP: Mapping[str, tuple[Text, Text]] = {
    "run": (Text("start the app"), Text("Start the app and open it in a browser.")),
    "demo": (Text("look at an example"), Text("Start the app on a throw-away copy of an invented example.")),
    "check": (
        Text("find what is wrong with questionnaires"),
        Text(
            "Check definitions: questionnaires, external factors, roles and placements. "
            "Exits with 0 if they are fine, 1 if there is something to mend."
        ),
    ),
    "score": (
        Text("score a file of answers"),
        Text(
            "Score answers, one row per respondent (CSV or Parquet); gives one row per respondent and dimension (CSV)."
        ),
    ),
    "summarise": (
        Text("summarise a file of answers by group"),
        Text("Summarise answers by group (JSON). Groups too small to show stay hidden."),
    ),
    "new": (Text("begin a questionnaire"), Text("Write ID.json here: a small questionnaire to change.")),
    "diff": (
        Text("say what changed between two versions of a questionnaire"),
        Text(
            "Say what changed, how high that must be numbered, and which comparisons survive. Exits with 1 if NEW is "
            "numbered too low."
        ),
    ),
    "paper": (
        Text("print a questionnaire as a form"),
        Text(
            "Write a questionnaire as a form to be filled in with a pen (PDF). A workshop's own form, with its "
            "promise, is at the desk."
        ),
    ),
    "report": (
        Text("write the report of a workshop"),
        Text("Write what a workshop told, settled and means to do, past the gate, as a document for people."),
    ),
    "export": (
        Text("write what a workshop told, for other programs"),
        Text("Write what a workshop told, past the gate: what its screens hide is hidden in every file."),
    ),
    "import": (
        Text("take over what another CoSMoS shared of a workshop"),
        Text("Keep a file that cosmos export --shared wrote elsewhere, to compare sites."),
    ),
    "backup": (
        Text("write everything that is kept to one file"),
        Text("Write all workshops and answers to one file, on any database; people may go on meanwhile."),
    ),
    "restore": (
        Text("bring a backup into an empty folder or database"),
        Text("Bring a file that cosmos backup wrote into an empty folder or database, whole or not at all."),
    ),
    "erase": (
        Text("erase what is past its day"),
        Text(
            "Erase every workshop and visit whose day has come. The server does this by itself, at its start and every "
            "day; this is for a store that no server looks after."
        ),
    ),
}
"""Of each command: what the list of commands says, and what its own help says."""

PORT_HELP = Text("port to listen on (default: {port})")
NO_BROWSER_HELP = Text("don't open a browser")
LAN_HELP = Text("let phones and laptops in the same network connect")
LINKS_HELP = Text(
    "where the two secret links go: a file that only you may read, or - for printing them "
    "(default: printed in a terminal, else links.txt in the data folder)"
)
DATA_HELP = Text("folder of the answers (default: your data folder)")
PATHS_HELP = Text("a file, or a folder of files")
FORMAT_HELP = Text("how to say it (default: text)")
STRICT_HELP = Text("exit with 1 for warnings too")
QUESTIONNAIRE_HELP = Text("the definition (JSON)")
ANSWERS_HELP = Text("the answers (CSV or Parquet)")
OUT_HELP = Text("file to write (default: the screen)")
BY_HELP = Text("role, site, wave, or site,wave (default: everyone together)")
K_HELP = Text("smallest group shown, at least {smallest} (default: {usual})")
ID_HELP = Text("its id: lower-case letters, digits, dots, hyphens, underscores")
OLD_HELP = Text("the older definition (JSON)")
NEW_HELP = Text("the newer definition (JSON)")
FORM_HELP = Text("file to write")
DEPTH_HELP = Text("which form (default: full)")
LARGE_HELP = Text("in large print, 18 point")
WORKSHOP_HELP = Text('its id or the beginning of it, or "latest"')
ENDINGS_HELP = Text("ends in {endings}")
CONTENTS_HELP = Text("what goes in, such as summary,actions (default: everything)")
WIDE_HELP = Text("all figures of a group in one row (CSV, Parquet)")
SHARED_HELP = Text("only what its site agreed to share with other sites (JSON)")
BUNDLE_HELP = Text("the file (JSON)")
DUE_HELP = Text("what is past the day that people were told; nothing else can be erased from here")
BACKUP_HELP = Text("the backup (zip)")

# What is wrong with a command

NO_SUCH_TABLE = Text("{typed!r} is no table that is published: use role, site, wave, or site,wave")
NO_WHOLE_NUMBER = Text("{typed!r} is not a whole number")
GROUP_TOO_SMALL = Text("{typed} is too small: groups of fewer than {smallest} people are never shown")
SMALL_GROUP = Text(
    "The smallest group shown cannot be {value!r}: so few people can be recognised. "
    "Give a whole number from {smallest} up, or leave it out for {usual}."
)
UNPUBLISHED_TABLE = Text(
    "There is no table by {typed}: together with the others it could tell people apart. "
    "Use --by with one of {known}, or leave it out for everyone."
)
OVERWRITES_INPUT = Text("{out} would be overwritten by its own result. Give -o another name.")
OVERWRITES_DEFINITION = Text("{out} would be overwritten by its own form. Give -o another name.")
NOT_A_PDF = Text('A form is a PDF, and "{name}" would not say so. Give -o a name that ends in .pdf.')
NO_SUCH_FORMAT = Text('No format ends in "{ending}".')
FORMATS_THERE_ARE = Text("Use one of {endings}.")
WIDE_FORMATS = Text("--wide goes with {endings}; a workbook and a ZIP hold both tables.")
BOTH = Text("{first} and {second}")
SHARED_FORMAT = Text("--shared goes with .json, which another CoSMoS reads.")
NO_SUCH_PART = Text('A report holds no "{part}".')
PARTS_THERE_ARE = Text("Use --contents with some of {parts}, or leave it out for everything.")
NO_ID = Text('"{typed}" can\'t be an id. Use lower-case letters and digits, joined by a dot, hyphen or underscore.')
ID_OF_CATALOGUE = Text('"{typed}" is the name of a catalogue. Choose another id.')
ID_OF_OURS = Text(
    '"{typed}" is the id of a questionnaire that comes with CoSMoS. Choose another: answers to one must not pass for '
    "answers to the other."
)
NO_SUCH_PORT = Text("There is no port {port}. Choose one from 1 to 65535 with --port.")
PORT_TAKEN = Text("Port {port} is taken: is CoSMoS running already? Stop it, or choose another with --port {another}.")

NO_PERIOD = Text("{variable} is to be a number of days, from 1 to 36525, and not {typed!r}.")

# Which workshop a command means

NO_DATA = Text("{folder} holds no CoSMoS data. Name the folder that does with --data.")
NO_WORKSHOP = Text("There is no workshop here yet. Prepare one with: cosmos run")
SEVERAL_WORKSHOPS = Text('"{typed}" can mean each of these workshops; give more of its id:')
NO_SUCH_WORKSHOP = Text('No workshop here has an id that begins with "{typed}". There are:')
REHEARSAL = Text("rehearsal")

# What was done

WRITTEN = Text("{out} is written: {workshop}.")
SHARED_WITH_STORIES = Text(
    "In it: the site's card, what everyone together gave by theme, what was agreed and done. "
    "Not in it: answers, groups by role."
)
SHARED_FIGURES = Text(
    "In it: the site's card, what everyone together gave by theme. "
    "Not in it: answers, groups by role, what was agreed and done."
)
IMPORTED_WORKSHOP = Text("{site}: {initiative}, {wave}")
IMPORTED = Text("Kept for comparisons: {workshop}")
IMPORTED_BEFORE = Text("This was received before, and is kept once: {workshop}")
IMPORTED_FIGURES = Text("Without what it agreed and did: the site shares its figures only.")

BACKED_UP = Text("{file} is written, {amount}: everything kept here, answers word for word.")
BACKUP_CARE = Text(
    "Keep it as safe as the answers. What is erased here later stays in it, so delete it when it is not needed."
)
RESTORED = Text("{file} of {day} is restored, {amount}.")
ERASED_DUE = Text("Erased for good: {amount}.")
ERASED_AMOUNT = Text("{workshops} of several people, and {visits} of one person or at one screen")
VISITS = Plural("{n} visit", "{n} visits")
ERASED_NOT_IN_BACKUPS = Text("Backups made before still hold it: delete those that are older than you promised.")
NOTHING_DUE = Text("Nothing is past its day.")
AMOUNT = Text("{workshops} and {people}")
WORKSHOPS = Plural("{n} workshop", "{n} workshops")
PEOPLE = Plural("{n} person", "{n} people")

COUNTS = Text("{errors}, {warnings}.")
ERRORS = Plural("{n} error", "{n} errors")
WARNINGS = Plural("{n} warning", "{n} warnings")

BEGUN = Text("{file} is written: a small questionnaire to change, with its schema beside it for your editor.")
BEGUN_CHECK = Text("See what is wrong with it:  cosmos check {file}")
BEGUN_TRY = Text("Try it out:                 COSMOS_QUESTIONNAIRES=. cosmos run")
THERE_ALREADY = Text("{file} is there already. Choose another id, or move the file away.")
CANT_BEGIN = Text("{file} can't be written: {system}. Go to a folder you may write in.")

STARTING = Text("CoSMoS is starting …")
READY = Text("CoSMoS is ready at {address}")
READY_DESK = Text("To facilitate a workshop, open {address}")
READY_DESK_CARE = Text("Whoever has that link sits at the facilitator's desk; keep it to yourself.")
READY_LEAD = Text("To compare sites, open {address}")
READY_LEAD_CARE = Text("Whoever has this one sees what sites agreed to share, past the gate, and can change nothing.")
READY_LINKS = Text(
    "To facilitate a workshop or compare sites, open a link that stands in {file}; only this account may read it."
)
LINKS_UNWRITTEN = Text("{file} can't be written: {system}. So nobody has the links; start again with another --links.")
READY_LAN = Text("From phones and laptops in the same network: {address}")
READY_LAN_CARE = Text(
    "That network is not encrypted, so the desk opens on this computer alone. Other devices are let in from there."
)
READY_STOP = Text("Stop it with Ctrl+C.")
NOT_ON_OFFER = Text("Not on offer: {problem}")
