using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>Whether a person who was found is covered.</summary>
internal interface ICoverageRule
{
    bool IsCovered(Beneficiary found);
}

/// <summary>Only a clear yes is a yes: a date in the future is none, and neither is a missing coverage.</summary>
internal sealed class ActiveMeansCovered : ICoverageRule
{
    public bool IsCovered(Beneficiary found) => found.Coverage?.Active is true;
}
