"""Words for pictures of a room: what each shows, and nothing of what may not be shown."""

from dataclasses import replace

from support.room_pictures import FAMILIES, FIVE, ROWS, SILENT, SPOKES, STAGED, STAGES

from cosmos_app.outputs.charts.alt import families_alt, group_dots_alt, group_radar_alt, item_alt, stage_counts_alt
from cosmos_app.outputs.charts.group_view_models import GroupRow, choice_letters
from cosmos_app.texts.charts import SHAPES
from models.agreement import shape


def test_words_tell_where_dots_heap_up_and_where_there_are_none():
    words = item_alt(FIVE, [4, 1, 0, 0, 4], minority=1, silences=SILENT, shape=shape([4, 1, 0, 0, 4]))
    assert "Dots: 9 answers" in words
    assert "Chosen most often: A and E, 4 each." in words
    assert "Nobody chose C or D." in words
    assert SHAPES["camps"]() in words
    assert "To be heard first: B, chosen by one person." in words
    assert "Beside them: 2 don't know, 1 skipped" in words
    assert words.endswith("All: A 4, B 1, C 0, D 0, E 4.")


def test_words_for_answers_all_alike_make_up_no_minority():
    words = item_alt(FIVE, [0, 0, 9, 0, 0], shape="alike")
    assert "All chose C." in words
    assert SHAPES["alike"]() in words
    assert "first" not in words
    assert "Nobody chose any of them." in item_alt(FIVE, [0] * 5)


def test_words_for_families_say_which_are_not_shown_and_never_why():
    words = families_alt(FAMILIES, choice_letters(5))
    assert "Works face to face: 5 answers, A 0, B 0, C 1, D 3, E 1." in words
    assert words.endswith("Around it: not shown here.")
    assert "Money: not shown here." in stage_counts_alt(STAGES, STAGED)
    assert "Purpose: 9 answers, Not yet 2, Exploring 3, Developing 3, Established 1, Embedded 0." in stage_counts_alt(
        STAGES, STAGED
    )


def test_words_for_two_profiles_compare_them():
    words = group_radar_alt(SPOKES, ["First round", "Second round"])
    assert "First round: Highest: Trust, 3.0. Lowest: Power, 1.0. No score, so a gap: Money." in words
    assert "Farthest apart in Purpose: 0.5." in words
    assert "Trust: First round 3.0 from at least 8 people, Second round no score" in words
    same = [replace(one, scores=(2.0, 2.0)) for one in SPOKES]
    assert "Both are alike wherever both have a score." in group_radar_alt(same, ["a", "b"])


def test_words_for_a_group_give_the_index_the_median_and_how_each_group_counts():
    words = group_dots_alt(ROWS)
    assert "Highest: Power, 4.0. Lowest: Purpose, 2.0." in words
    assert "Purpose: index 2.0 from at least 9 people, each group counting alike 1.8, median 2.5, target 3.0" in words
    assert "Money: no score, target 2.0" in words


def test_words_for_a_group_say_how_many_questions_are_shown_and_no_median_that_is_not_told():
    few = [GroupRow(title="Trust", score=2.0, n=9, questions=(3, 4)), GroupRow(title="Power", score=1.0, n=9)]
    words = group_dots_alt(few)
    assert "Trust: index 2.0 from at least 9 people, 3 of 4 questions" in words
    assert "questions" not in group_dots_alt([replace(few[0], questions=(4, 4))])
    assert "median" not in words


def test_words_for_stages_count_answers_and_never_people():
    words = stage_counts_alt(STAGES, [("Trust", [0, 12, 5, 1, 0]), ("Money", [0, 0, 1, 0, 0])])
    assert "how many answers reach each stage, for 2 themes" in words
    assert "Trust: 18 answers, Not yet 0, Exploring 12" in words
    assert "Money: 1 answer, Not yet 0" in words
    assert "people" not in words
