using System.ComponentModel;
using System.Diagnostics;

namespace Readiness.Drivers.Launch;

/// <summary>The integration under test as a process that the harness starts, restarts and ends, with everything it starts itself.</summary>
public sealed class IntegrationProcess : IAsyncDisposable
{
    /// <summary>ENOENT and ERROR_FILE_NOT_FOUND have the same number.</summary>
    private const int NoSuchFile = 2;

    private readonly string mark = OwnedProcesses.NextMark();
    private volatile LaunchPlan plan;
    private readonly ProcessOutput output;
    private readonly TimeProvider clock;
    private readonly ReadyAddress address;
    private IProcessListener? listener;
    private RunningProcess? running;

    public IntegrationProcess(LaunchPlan plan, ProcessOutput output, TimeProvider clock)
    {
        this.plan = plan;
        this.output = output;
        this.clock = clock;
        address = new ReadyAddress(clock);
    }

    /// <summary>Null while it runs; its exit code once it ended by itself.</summary>
    public int? ExitedWith => running?.ExitedWith;

    /// <summary>What it wrote last.</summary>
    public IReadOnlyList<string> LastLines => output.LastLines;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="LaunchException">It cannot be started, ends at once, or does not get ready in time.</exception>
    public async Task Start(CancellationToken cancellation)
    {
        running = new RunningProcess(Launch(), mark, output, listener, clock);
        if (plan.Ready is { } ready)
        {
            await WaitUntilReady(ready, cancellation);
        }
    }

    /// <summary>From now on, also after it was started again, what it writes to its standard output is heard first.</summary>
    public void Listen(IProcessListener to)
    {
        listener = to;
        running?.Listen(to);
    }

    /// <summary>Puts a line on its way to the standard input of the process; never waits until that reads.</summary>
    public void Write(InputLine line)
    {
        if (running is { } now)
        {
            now.Write(line);
        }
        else
        {
            line.Refuse("the process does not run");
        }
    }

    /// <summary>Whenever it is started again, it is started like this.</summary>
    public void NextTime(LaunchPlan next) => plan = next;

    /// <summary>Ends it, with everything it started, and starts it again.</summary>
    public async Task Restart(CancellationToken cancellation)
    {
        await End();
        await Start(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        address.Dispose();
        output.Dispose();
    }

    private async Task End()
    {
        if (running is { } now)
        {
            running = null;
            await now.End();
        }
    }

    private Process Launch()
    {
        var start = new ProcessStartInfo(plan.Command)
        {
            WorkingDirectory = plan.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var argument in plan.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in plan.Environment)
        {
            start.Environment[name] = value;
        }

        // Sandbox and integration talk over loopback; a proxy in between would only hide the wire.
        start.Environment["NO_PROXY"] = start.Environment["no_proxy"] = "127.0.0.1,localhost,::1";
        start.Environment[OwnedProcesses.Variable] = mark;
        try
        {
            return Process.Start(start) ?? throw new LaunchException($"'{plan.Command}' did not start", "try the command by hand");
        }
        catch (Win32Exception fault)
        {
            throw new LaunchException(
                $"'{plan.Command}' cannot be started in {plan.WorkingDirectory}: {fault.Message}",
                "check integration.launch.command and integration.launch.workingDirectory; a command without a path is looked up in PATH",
                fault.NativeErrorCode != NoSuchFile ? LaunchProblem.NotStarted : Directory.Exists(plan.WorkingDirectory) ? LaunchProblem.NoCommand : LaunchProblem.NoFolder)
            {
                Answer = new Win32Exception(fault.NativeErrorCode).Message,
            };
        }
    }

    private async Task WaitUntilReady(Uri ready, CancellationToken cancellation)
    {
        if (await address.Wait(ready, plan.ReadyLimit, StillRuns, cancellation) is { } last)
        {
            throw new LaunchException(
                $"the integration was not ready after {plan.ReadyLimit.TotalSeconds:0} s: {ready} - {last}{Quoted()}",
                "check that integration.launch.ready is an address that answers 2xx, or raise integration.launch.readyTimeoutSeconds",
                LaunchProblem.NotReady)
            {
                Answer = last,
            };
        }

        async Task StillRuns()
        {
            if (ExitedWith is { } code)
            {
                await running!.Drain();
                throw new LaunchException($"the integration ended with exit code {code} before it was ready{Quoted()}", "read its last output, then try the command by hand", LaunchProblem.Ended)
                {
                    End = new ProcessEnd(code),
                };
            }
        }
    }

    private string Quoted() => LastLines.Count == 0 ? "; it wrote nothing" : "\nits last output:\n    " + string.Join("\n    ", LastLines);
}
