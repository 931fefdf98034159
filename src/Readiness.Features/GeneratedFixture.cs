using System.CodeDom.Compiler;
using System.Reflection;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Readiness.Features;

/// <summary>How a feature looks once it was compiled to an NUnit fixture, the same in both package sets.</summary>
internal static class GeneratedFixture
{
    /// <summary>Whether a fixture was generated from a feature, and is not one that a person wrote beside them.</summary>
    public static bool Is(ITest fixture) =>
        fixture.TypeInfo?.Type.GetCustomAttribute<GeneratedCodeAttribute>()?.Tool is "TechTalk.SpecFlow" or "Reqnroll";

    /// <summary>The words after <c>Feature:</c> or <c>Scenario:</c>; of an outline's row, those of the outline.</summary>
    public static string Title(ITest test) =>
        test.Properties.Get(PropertyNames.Description) as string
        ?? (test.Parent is { IsSuite: true, Method: not null } outline ? Title(outline) : test.Name);
}
