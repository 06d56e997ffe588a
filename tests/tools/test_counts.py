from tools import counts

REPORT = """<testsuites><testsuite>
<testcase name="a" time="1.5"/>
<testcase name="b" time="2.0">
  <properties><property name="browser" value="yes"/></properties>
</testcase>
<testcase name="c" time="0.5"><failure message="no"/></testcase>
<testcase name="d" time="0"><error message="no"/></testcase>
<testcase name="e" time="0"><skipped message="why"/></testcase>
</testsuite></testsuites>"""


def test_a_report_is_counted(tmp_path):
    (tmp_path / "report.xml").write_text(REPORT)
    run = counts.read("SQLite", 1, 3.25, tmp_path / "report.xml")
    assert run.all == counts.Counts(passed=2, failed=2, skipped=1, seconds=4.0)
    assert run.browser == counts.Counts(passed=1, seconds=2.0)


def test_the_table(tmp_path):
    (tmp_path / "report.xml").write_text(REPORT)
    runs = [
        counts.read("SQLite", 1, 3.25, tmp_path / "report.xml"),
        counts.read("PostgreSQL", 3, 0.5, tmp_path / "missing.xml"),
    ]
    assert counts.table(runs) == [
        "                            passed  failed  skipped  seconds",
        "SQLite                           2       2        1      3.2",
        "  of these in a browser          1       0        0      2.0",
        "PostgreSQL                       0       0        0      0.5",
        "  ended with status 3: see above",
    ]
