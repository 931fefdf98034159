namespace Readiness.Toy.Shop;

/// <summary>What may be different about the toy shop.</summary>
internal enum ShopSwitch
{
    /// <summary>Flaw: two calls may be under way at the same time. Breaks TOY-SEQ-01.</summary>
    TwoAtOnce,

    /// <summary>Flaw: an answer that is no JSON ends the process. Breaks TOY-HTML-01.</summary>
    CrashesOnHtml,

    /// <summary>Variant: every call comes over a connection of its own. Breaks nothing.</summary>
    OneConnectionPerCall,
}
