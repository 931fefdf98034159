namespace Readiness.Onboarding.Tests;

public sealed class CommandWordsTests
{
    [TestCase("node server.js", "node|server.js")]
    [TestCase("  node   server.js ", "node|server.js")]
    [TestCase("\"C:\\Program Files\\node.exe\" 'a \"b\"' c''", "C:\\Program Files\\node.exe|a \"b\"|c")]
    [TestCase("java -Dname=\"two words\" ''", "java|-Dname=two words|")]
    [TestCase("", "")]
    public void Blanks_divide_and_quotation_marks_hold_together(string line, string words) => string.Join('|', CommandWords.Of(line)!).ShouldBe(words);

    [TestCase("node 'server.js")]
    [TestCase("node \"a 'b'")]
    public void A_quotation_mark_that_is_not_closed_is_no_command(string line) => CommandWords.Of(line).ShouldBeNull();
}
