namespace Readiness.Osigu.Sandbox;

/// <summary>One operation: its address and what answers it.</summary>
/// <param name="Template">A path whose parameters stand in braces.</param>
/// <param name="Operation">The operation's name in the journal.</param>
/// <param name="ReadsJson">True where the body must be a JSON object or empty.</param>
internal sealed record Endpoint(string Method, string Template, string Operation, Func<OsiguCall, Reply> Answer, bool ReadsJson)
{
    public IReadOnlyList<string> Segments { get; } = Template.Split('/');

    public static Endpoint Get(string template, string operation, Func<OsiguCall, Reply> answer) => new("GET", template, operation, answer, ReadsJson: false);

    public static Endpoint Post(string template, string operation, Func<OsiguCall, Reply> answer) => new("POST", template, operation, answer, ReadsJson: true);

    /// <summary>A call whose body is anything: a form, or an uploaded file.</summary>
    public static Endpoint Upload(string template, string operation, Func<OsiguCall, Reply> answer) => new("POST", template, operation, answer, ReadsJson: false);

    public static Endpoint Delete(string template, string operation, Func<OsiguCall, Reply> answer) => new("DELETE", template, operation, answer, ReadsJson: false);
}
