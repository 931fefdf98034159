using Readiness.EndToEnd.Integration;

// A small integration for the harness's own tests. What is wrong with it is chosen by the addresses that a configuration gives the
// harness: each way to behave has a door of its own.
if (args is ["exits"])
{
    await Console.Out.WriteLineAsync("opening the patient database");
    await Console.Error.WriteLineAsync("the patient database cannot be opened: no such host db.example");
    return 7;
}

if (Environment.GetEnvironmentVariable("DETACHED_CHILD") is { Length: > 0 } pidFile)
{
    await DetachedChild.Start(pidFile);
}

using var provider = new ProviderClient(ProviderAccess.FromEnvironment());
await using var doors = Doors.Open(Environment.GetEnvironmentVariable("LISTEN") ?? "http://127.0.0.1:0", provider);
await doors.RunAsync();
return 0;
