namespace Readiness.Features.Tests;

public sealed class TagExpressionTests
{
    [TestCase("@a", true)]
    [TestCase("A", true)]
    [TestCase("@c", false)]
    [TestCase("not @c", true)]
    [TestCase("not not @a", true)]
    [TestCase("@a and @b", true)]
    [TestCase("@a and @c", false)]
    [TestCase("@c or @b", true)]
    [TestCase("@c and @d or @a", true)]
    [TestCase("@c and (@d or @a)", false)]
    [TestCase("not @c and @a", true)]
    [TestCase("not (@c or @a)", false)]
    [TestCase("@a AND NOT @c", true)]
    public void A_scenario_with_the_tags_a_and_b_is_taken(string expression, bool taken) => TagExpression.Parse(expression).Takes(["a", "b"]).ShouldBe(taken);

    [TestCase("", "it ends where a tag is expected")]
    [TestCase("@a and", "it ends where a tag is expected")]
    [TestCase("and @a", "'and' stands where a tag is expected")]
    [TestCase("@a @b", "'@b' stands where 'and' or 'or' is expected")]
    [TestCase("(@a or @b", "a bracket is not closed")]
    [TestCase("@a)", "')' stands where 'and' or 'or' is expected")]
    [TestCase("@", "'@' stands where a tag is expected")]
    public void What_is_no_expression_is_told(string expression, string expected) =>
        Should.Throw<FormatException>(() => TagExpression.Parse(expression)).Message.ShouldBe(expected);

    [Test]
    public void The_tags_that_it_names_are_known() => TagExpression.Parse("@a and not (b or @C)").Tags.ShouldBe(["a", "b", "C"]);
}
