using System.CommandLine;
using Readiness.Benchmarks.Certifying;
using Readiness.Benchmarks.Secrets;
using Readiness.Benchmarks.Throughput;

return await new RootCommand("Measures what the harness itself costs.") { ThroughputCommand.Create(), RunCommand.Create(), SecretsCommand.Create() }.Parse(args).InvokeAsync();
