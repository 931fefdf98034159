using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Running.Profiles;

namespace Readiness.Conventions.Tests.Rules;

/// <summary>What the switches of a sample integration break and pass.</summary>
internal sealed class SwitchList(KillMatrix matrix)
{
    /// <summary>Fewer flaws than this prove too little of a profile's checks.</summary>
    public const int FewestFlaws = 60;

    /// <summary>Fewer variants than this prove too little of what the checks let through.</summary>
    public const int FewestVariants = 25;

    /// <summary>Switches that name an item which does not exist or is not judged.</summary>
    public IEnumerable<string> WithoutItem(ProviderChecklist checklist) =>
        from one in matrix.Switches
        from item in Items(one)
        where ItemCoverage.Judged(checklist).All(judged => judged.Id.Value != item)
        select $"{one.Name} names {item}, which is no judged item";

    /// <summary>Judged items without a flaw that breaks them; statements of people cannot be broken by software.</summary>
    public IEnumerable<string> WithoutFlaw(ProviderChecklist checklist) =>
        Driven(checklist).Where(item => !matrix.Switches.Any(one => one.IsFlaw && one.Item == item)).Select(item => $"no flaw breaks {item}");

    /// <summary>Judged items without something unusual that they must let through.</summary>
    public IEnumerable<string> WithoutVariant(ProviderChecklist checklist) =>
        Driven(checklist).Where(item => !matrix.Switches.Any(one => !one.IsFlaw && Items(one).Contains(item))).Select(item => $"no variant passes {item}");

    /// <summary>Flaws that do not name a check of the item which they break.</summary>
    public IEnumerable<string> WithoutCheck(IReadOnlyList<ICheck> checks) =>
        from flaw in matrix.Switches
        where flaw.IsFlaw
        let named = checks.FirstOrDefault(check => check.Name == flaw.Check)
        where named?.Item.Value != flaw.Item
        select $"{flaw.Name} breaks {flaw.Item} and names {(flaw.Check is null ? "no check" : named is null ? $"{flaw.Check}, which is no check" : $"{named.Name}, which judges {named.Item}")}";

    /// <summary>Checks that no flaw is there to fail.</summary>
    public IEnumerable<string> NeverNamed(IReadOnlyList<ICheck> checks) =>
        checks.Where(check => matrix.Switches.All(one => one.Check != check.Name)).Select(check => $"no flaw is there to fail {check.Name}");

    /// <summary>Too few of either kind.</summary>
    public IEnumerable<string> TooFew()
    {
        var flaws = matrix.Switches.Count(one => one.IsFlaw);
        var variants = matrix.Switches.Count - flaws;
        if (flaws < FewestFlaws)
        {
            yield return $"{flaws} flaws, of at least {FewestFlaws}";
        }

        if (variants < FewestVariants)
        {
            yield return $"{variants} variants, of at least {FewestVariants}";
        }
    }

    private static IEnumerable<string> Items(SampleSwitch one) => one.Also.Concat(one.LeavesOpen).Select(also => also.Item).Prepend(one.Item);

    private static IEnumerable<string> Driven(ProviderChecklist checklist) =>
        ItemCoverage.Judged(checklist).Where(item => item.Proof != ProofClass.Attest).Select(item => item.Id.Value);
}
