using System.Text;

namespace Readiness.Reports.Allure;

/// <summary>The attachment files of one result.</summary>
/// <param name="result">Stands before each file's name, for a reader takes each file once only.</param>
internal sealed class AllureAttachments(Guid result, RunClock clock)
{
    private readonly List<(string Name, byte[] Content)> files = [];

    public IReadOnlyList<(string Name, byte[] Content)> Files => files;

    public AllureAttachment Add(Happening happening) => happening switch
    {
        Happening.Called { Exchange: var exchange } =>
            Add(happening.Label, HttpExchangeFile.ContentType, $"{happening.Number:0000}", HttpExchangeFile.Extension, AllureJson.Write(HttpExchangeFile.Of(exchange, clock))),
        Happening.Delivered { Delivery: var delivery } =>
            Add(happening.Label, HttpExchangeFile.ContentType, $"{happening.Number:0000}", HttpExchangeFile.Extension, AllureJson.Write(HttpExchangeFile.Of(delivery, clock))),
        Happening.Operated { Call: var call } =>
            Add(happening.Label, "application/json", $"{happening.Number:0000}", "json", AllureJson.Write(OperationFile.Of(call))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Who said what to whom, as a picture and as the source of a diagram.</summary>
    public IReadOnlyList<AllureAttachment> AddDiagram(ScenarioScope scope) =>
    [
        Add("Who said what to whom", AttemptsPicture.ContentType, "sequence", AttemptsPicture.Extension, Encoding.UTF8.GetBytes(SequencePicture.Draw(scope))),
        Add("Who said what to whom (Mermaid)", SequenceDiagram.ContentType, "mermaid", SequenceDiagram.Extension, Encoding.UTF8.GetBytes(SequenceDiagram.Draw(scope))),
    ];

    public AllureAttachment AddPicture(IReadOnlyList<AttemptLine> lines) =>
        Add("Attempts over time", AttemptsPicture.ContentType, "attempts", AttemptsPicture.Extension, Encoding.UTF8.GetBytes(AttemptsPicture.Draw(lines)));

    private AllureAttachment Add(string label, string type, string part, string extension, byte[] content)
    {
        var name = $"{result}-{part}-attachment.{extension}";
        files.Add((name, content));
        return new AllureAttachment(label, type, name);
    }
}
