using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Readiness.Configuration.Mapping;
using Readiness.Drivers.Http;
using Readiness.Recording;

namespace Readiness.Drivers.Mapping;

/// <summary>One operation: its requests one after another, and what the last answer means.</summary>
internal sealed class MappedConversation
{
    private readonly Dictionary<string, JsonNode> saved = [];
    private readonly StringBuilder heard = new();
    private readonly MappedOperation operation;
    private readonly HttpCaller caller;
    private readonly TimeProvider clock;
    private readonly ValueMaker values;
    private readonly RequestMaker requests;

    public MappedConversation(MappedOperation operation, JsonNode? input, HttpCaller caller, Uri root, TimeProvider clock)
    {
        this.operation = operation;
        this.caller = caller;
        this.clock = clock;
        values = new ValueMaker(input, saved);
        requests = new RequestMaker(root, values);
    }

    /// <summary>Null where no request is meant for such an input.</summary>
    public async Task<DriverAnswer?> Hold(CancellationToken cancellation)
    {
        MappedAnswer? last = null;
        foreach (var request in operation.Requests.Where(IsMeant))
        {
            var (answer, problem) = await Ask(request, last?.Address, cancellation);
            if (answer is null)
            {
                return problem;
            }

            last = answer;
            heard.AppendLine(answer.Reply.Text);
            foreach (var (name, place) in request.Save)
            {
                if (answer.At(place) is { } value)
                {
                    saved[name] = value.DeepClone();
                }
            }

            if (!answer.Fits(request.ContinueWhen))
            {
                break;
            }
        }

        return last is null ? null : Meaning(last) with { Beside = heard.ToString() };
    }

    // Asked lazily, one by one: a test can be of what an earlier answer gave.
    private bool IsMeant(MappedRequest request) => request.When.All(test => test.Test.Holds(values.Find(test.Of).AsText()));

    private async Task<(MappedAnswer? Answer, DriverAnswer? Problem)> Ask(MappedRequest request, Uri? before, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            var (made, address) = requests.Make(request, before);
            var reply = await caller.Send(made, cancellation);
            if (reply.Problem is { } problem)
            {
                return (null, problem);
            }

            var name = $"{request.Method} {address.AbsolutePath}";
            if (AnswerReader.Parse(reply.Text, out var body) is { } fault && IsJson(reply))
            {
                return (null, AnswerReader.Unreadable($"{name} answered {reply.Status}: {fault}", "the API has to answer JSON where it says so"));
            }

            var answer = new MappedAnswer(name, address, reply, body);
            if (request.Poll is not { } poll || answer.Fits(poll.Until) || answer.Status >= 400 || clock.GetElapsedTime(began) + poll.Every > poll.Within)
            {
                return (answer, null);
            }

            await Task.Delay(poll.Every, clock, cancellation);
        }
    }

    private static bool IsJson(HttpReply reply) =>
        reply.Text.Length > 0 && (reply.MediaType == "application/json" || reply.MediaType.EndsWith("+json", StringComparison.Ordinal));

    private DriverAnswer Meaning(MappedAnswer answer)
    {
        // A redirect is not followed, so what its body says is of no operation's end unless the mapping names its status.
        if (operation.Outcomes.FirstOrDefault(rule => answer.Fits(rule.When) && (answer.Status is < 300 or >= 400 || rule.When.Statuses.Count > 0)) is not { } fitting)
        {
            return Meaningless(answer);
        }

        var succeeded = fitting.Outcome == "succeeded";
        return new()
        {
            Outcome = Enum.Parse<Outcome>(fitting.Outcome, ignoreCase: true),
            Message = answer.FirstText(operation.Message),
            ErrorStatus = succeeded ? null : ErrorStatus(answer),
            ErrorCode = succeeded ? null : answer.FirstText(operation.ErrorCode),
            Result = operation.Result is { } result && values.TryMake(result, answer.Body, out var made) && made is JsonObject ? made.ToJsonString() : null,
        };
    }

    // The status of the answer itself is the provider's only where it is an error.
    private int? ErrorStatus(MappedAnswer answer)
    {
        var places = operation.ErrorStatus.Where(place => place.Kind != AnswerPlaceKind.Status || answer.Status >= 400).ToArray();
        return int.TryParse(answer.FirstText(places), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;
    }

    private static DriverAnswer Meaningless(MappedAnswer answer)
    {
        var detail = $"{answer.Request} answered {answer.Status}{(answer.Reply.MediaType.Length > 0 ? $" ({answer.Reply.MediaType})" : "")}, and no outcome of the mapping fits";
        return answer.Status switch
        {
            401 or 403 => Problem(DriverProblemKind.NotAllowed, detail, "give the API its credentials in driver.headers, or map that status to an outcome"),
            >= 300 and < 400 => Problem(DriverProblemKind.NotReadable, detail, "redirects are not followed: let continueWhen take that status and ask header:Location next, or map it to an outcome"),
            404 or 405 => Problem(DriverProblemKind.NotThere, detail, "check driver.url and the path in the mapping, or map that status to an outcome"),
            _ => Problem(DriverProblemKind.NotReadable, detail, "add an outcome for such an answer to the mapping"),
        };
    }

    private static DriverAnswer Problem(DriverProblemKind kind, string detail, string next) => new() { Outcome = Outcome.Unreadable, Problem = new DriverProblem(kind, detail, next) };
}
