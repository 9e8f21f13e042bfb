"""Streamlit's options: the values that we run with, whatever a configuration file or the environment says."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A setting of Streamlit's: documented, and now and then renamed.

    Attributes:
        value: What we set.
        without: What happens without it.
        needed: Whether the server must not start without it.
    """

    value: object
    without: str
    needed: bool = False


SERVES_US: Mapping[str, Option] = {
    "browser.gatherUsageStats": Option(value=False, without="visits are reported to Streamlit's maker", needed=True),
    "client.showErrorDetails": Option(value="none", without="a traceback shows what somebody wrote", needed=True),
    "client.toolbarMode": Option(value="minimal", without="Streamlit's menu, for developers"),
    "global.developmentMode": Option(value=False, without="a checkout of Streamlit serves no page"),
    # Meant: a widget has a default although its state may be set. See web.widgets.kept.
    "global.disableWidgetStateDuplicationWarning": Option(value=True, without="yellow boxes on pages"),
    "logger.hideWelcomeMessage": Option(value=True, without="Streamlit prints addresses of its own beside ours"),
    "logger.level": Option(value="warning", without="a longer log"),
    "runner.magicEnabled": Option(value=False, without="a docstring beside a constant is shown on the page"),
    # It would go through everybody's sessions after every click (measured). See web.server.lifespan.
    "runner.postScriptGC": Option(value=False, without="five times the work for a click"),
    "server.fileWatcherType": Option(value="none", without="a join under load takes seconds (measured)"),
    "server.headless": Option(value=True, without="the server opens a browser, and may ask for an address"),
    "server.maxUploadSize": Option(value=1, without="larger uploads, which nothing takes"),
}
"""How the app works and looks, beside the theme (``design.tokens.streamlit_theme``), its port and address."""

PROTECTS_PEOPLE: Mapping[str, Option] = {
    name: Option(value=value, without=without, needed=needed)
    for name, value, without, needed in (
        ("server.enableCORS", True, "pages of other sites may open a channel here", True),
        ("server.corsAllowedOrigins", [], "pages of other sites may open a channel here", True),
        ("server.enableXsrfProtection", True, "pages of other sites may upload here", True),
        ("server.xsrfCookieSameSite", "lax", "a cookie of Streamlit's goes with other sites' requests", False),
        ("server.allowedHosts", [], "none is refused in any case; our middleware compares it with the origin", False),
        ("server.trustedUserHeaders", {}, "headers of a request say who somebody is", False),
        ("server.enableStaticServing", False, "a folder called static is served to everybody", True),
        ("server.enableAgentApi", False, "programs can read and work the app", False),
        ("server.scriptHealthCheckEnabled", False, "everybody can have the script run", False),
        ("server.runOnSave", False, "it watches files", False),
        ("server.allowRunOnSave", False, "it watches files", False),
        ("server.folderWatchList", [], "it watches folders", False),
        ("server.maxMessageSize", 200, "pages with long lists are not shown", False),
        ("server.maxWidgetStateSize", 25, "a page may send more than we can hold", False),
        ("server.enableWebsocketCompression", False, "a small message may unpack into a large one", False),
        ("server.disconnectedSessionTTL", 120, "what somebody left lies in memory for longer", False),
        ("server.unsafeMetricsUserAttributes", [], "the count of visitors says who they are", False),
        ("server.baseUrlPath", "", "links lead nowhere", False),
        ("server.customComponentBaseUrlPath", "", "parts of the page come from elsewhere", False),
        ("server.sslCertFile", "", "another file of the machine is used as a certificate", False),
        ("server.sslKeyFile", "", "another file of the machine is used as a key", False),
        ("server.showEmailPrompt", False, "it may ask for an address", False),
        ("browser.serverAddress", "localhost", "another site may send uploads", False),
        ("client.allowedOrigins", [], "pages of other sites may steer ours", False),
        ("client.showErrorLinks", False, "what somebody wrote is put into a link to a search engine", False),
        ("global.e2eTest", False, "visitors can stop the server", True),
        ("global.unitTest", False, "it behaves as in a test", False),
        ("global.appTest", False, "it behaves as in a test", False),
        ("secrets.files", [], "a file of secrets can add ways to sign in", False),
    )
}
"""What must not be loosened. Most are the defaults: set all the same, so that nobody's file sets them otherwise."""

OPTIONS: Mapping[str, Option] = {**SERVES_US, **PROTECTS_PEOPLE}
"""All that is set, but for what the start says: port and address."""
