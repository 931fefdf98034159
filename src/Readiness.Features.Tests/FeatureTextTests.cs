namespace Readiness.Features.Tests;

public sealed class FeatureTextTests
{
    [Test]
    public void Titles_tags_descriptions_steps_and_rows_are_read_as_they_are_written()
    {
        var scenarios = FeatureText.Read("features/toys/01.feature", """
            # A comment.
            @slow
            Feature: Toys
              What the feature says.

              Background:
                Given a box

              @TOY-1 @core
              Scenario: A toy is taken
                Boxes are opened first,
                toys are taken afterwards.

                When a child takes a toy
                Then one toy less is in the box

              @TOY-2
              Scenario Outline: Counting
                Given <toys> toys
                  | colour |
                  | red    |

                Examples:
                  | toys | children |
                  | 2    | 1        |
                  | 3    | 2        |
            """);

        scenarios.Select(one => one.Title).ShouldBe(["A toy is taken", "Counting"]);
        scenarios[0].ShouldSatisfyAllConditions(
            one => one.File.ShouldBe("features/toys/01.feature"),
            one => one.Feature.ShouldBe("Toys"),
            one => one.Tags.ShouldBe(["TOY-1", "core", "slow"]),
            one => one.Description.ShouldBe("Boxes are opened first, toys are taken afterwards."),
            one => one.Steps.ShouldBe(["Given a box", "When a child takes a toy", "Then one toy less is in the box"]),
            one => one.Times.ShouldBe(1));
        scenarios[1].ShouldSatisfyAllConditions(
            one => one.Tags.ShouldBe(["TOY-2", "slow"]),
            one => one.Steps.ShouldBe(["Given a box", "Given <toys> toys", "| colour |", "| red    |"]),
            one => one.Rows.ShouldBe(["toys 2, children 1", "toys 3, children 2"]),
            one => one.Times.ShouldBe(2));
    }

    [Test]
    public void The_embedded_features_are_those_that_run()
    {
        var written = FeatureText.In(Zoo.Features).SelectMany(one => Enumerable.Repeat($"{one.Feature}: {one.Title} {string.Join(' ', one.Tags.Order(StringComparer.Ordinal))}", one.Times));

        written.ShouldBe(new FeatureRun(Zoo.Features).List().Select(one => $"{one.Feature}: {one.Title} {string.Join(' ', one.Tags.Order(StringComparer.Ordinal))}"), ignoreOrder: true);
    }
}
