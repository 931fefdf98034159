namespace Readiness.Running.Doctoring;

/// <summary>One way in which harness and integration can fail to come together. <c>docs/doctor.md</c> lists them all.</summary>
public sealed record DoctorFault
{
    /// <summary>Its name, for programs and for the page.</summary>
    public required string Name { get; init; }

    /// <summary>What was tried: one of <see cref="DoctorSteps"/>.</summary>
    public required string Step { get; init; }

    /// <summary>What came back. Places in angle brackets, such as <c>&lt;port&gt;</c>, are filled in.</summary>
    public required string Message { get; init; }

    /// <summary>How the message reads where all of it comes from elsewhere; null where the message says enough.</summary>
    public string? Example { get; init; }

    /// <summary>What is usually behind it.</summary>
    public required string Cause { get; init; }

    /// <summary>What to do about it, the same for every case.</summary>
    public required string Remedy { get; init; }

    /// <summary>2 where the configuration is wrong, 3 where something else does not work.</summary>
    public int ExitCode { get; init; } = Verdicts.ExitCode.Environment;

    /// <summary>This fault as it was seen.</summary>
    /// <param name="places">What goes into each place, by its name without brackets; one that nothing is given for stays empty.</param>
    public EnvironmentFaultException Seen(params IEnumerable<(string Name, string Value)> places)
    {
        var message = Message;
        foreach (var (name, value) in places)
        {
            message = message.Replace($"<{name}>", value, StringComparison.Ordinal);
        }

        return new EnvironmentFaultException(Step, message, Remedy, ExitCode, Name);
    }
}
