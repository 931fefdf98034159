using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Readiness.Drivers.Launch;
using Readiness.Sandbox.Hosting;

namespace Readiness.Running.Doctoring;

/// <summary>Tells apart why something does not start.</summary>
internal static class StartFaults
{
    public static EnvironmentFaultException Of(SandboxListenException fault, Uri listen) =>
        fault.InnerException is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
            ? LaunchFaults.SandboxPortInUse.Seen(("address", listen.ToString().TrimEnd('/')), ("holder", Holder(listen.Port)))
            : LaunchFaults.SandboxCannotListen.Seen(("problem", fault.Message));

    public static EnvironmentFaultException Of(LaunchException fault, LaunchPlan plan, IReadOnlyList<string> output)
    {
        (string, string)[] places =
        [
            ("command", plan.Command), ("folder", plan.WorkingDirectory), ("why", fault.Answer ?? ""), ("answer", fault.Answer ?? ""),
            ("code", fault.End is { } end ? end.ExitCode.ToString(CultureInfo.InvariantCulture) : ""), ("signal", fault.End?.Signal ?? ""),
            ("seconds", $"{plan.ReadyLimit.TotalSeconds:0}"), ("url", plan.Ready?.ToString() ?? ""), ("output", Output.Quoted(output)),
        ];
        var named = fault.Problem switch
        {
            LaunchProblem.NoFolder => LaunchFaults.FolderMissing,
            LaunchProblem.NoCommand => LaunchFaults.CommandNotFound,
            LaunchProblem.NotStarted => LaunchFaults.CommandNotStarted,
            LaunchProblem.Ended => fault.End?.Signal is null ? LaunchFaults.EndedBeforeReady : LaunchFaults.KilledBeforeReady,
            LaunchProblem.NotReady => LaunchFaults.NeverReady,
            _ => null,
        };
        return named?.Seen(places) ?? new EnvironmentFaultException(DoctorSteps.Start, fault.Message, fault.Remedy);
    }

    /// <summary>Makes sure that what answers at the integration's port later is the integration.</summary>
    /// <param name="port">As configured; 0 for a free one.</param>
    /// <exception cref="EnvironmentFaultException">Somebody listens there already.</exception>
    public static void RefuseTakenPort(int port)
    {
        if (port == 0)
        {
            return;
        }

        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
        }
        catch (SocketException)
        {
            // Nobody answers: it is free, or will fail in the integration's own words.
            return;
        }

        throw LaunchFaults.PortInUse.Seen(("port", port.ToString(CultureInfo.InvariantCulture)), ("holder", Holder(port)));
    }

    private static string Holder(int port) => PortHolder.Find(port) is { } holder ? $": process {holder.Id} ({holder.Name}) listens there" : "";
}
