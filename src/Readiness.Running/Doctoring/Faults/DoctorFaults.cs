namespace Readiness.Running.Doctoring;

/// <summary>Every fault that is told by name, in the order of the steps.</summary>
public static class DoctorFaults
{
    public static IReadOnlyList<DoctorFault> All { get; } =
        [.. ConfigurationFaults.All, .. LaunchFaults.All, .. DriverFaults.All, .. ReachFaults.All, .. CallFaults.All, .. ReceiverFaults.All];
}
