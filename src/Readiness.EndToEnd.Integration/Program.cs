using Readiness.EndToEnd.Integration;

// A small integration for the harness's own tests. What is wrong with it is chosen by the addresses that a configuration gives the
// harness: each way to behave has a door of its own.
if (args is ["exits"])
{
    await Console.Out.WriteLineAsync("opening the patient database");
    await Console.Error.WriteLineAsync("the patient database cannot be opened: no such host db.example");
    return 7;
}

if (args is ["is-killed"])
{
    System.Diagnostics.Process.GetCurrentProcess().Kill();
}

if (Environment.GetEnvironmentVariable("SAYS") is { Length: > 0 } words)
{
    await Console.Out.WriteLineAsync(words);
}

if (Environment.GetEnvironmentVariable("DETACHED_CHILD") is { Length: > 0 } pidFile)
{
    await DetachedChild.Start(pidFile);
}

var access = ProviderAccess.FromEnvironment();
using var provider = new ProviderClient(access);
await using var doors = Doors.Open(Environment.GetEnvironmentVariable("LISTEN") ?? "http://127.0.0.1:0", access, provider);
await doors.RunAsync();
return 0;
