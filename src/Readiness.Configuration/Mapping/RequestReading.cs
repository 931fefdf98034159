using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readiness.Configuration.Mapping;

/// <summary>Reads the requests of an operation.</summary>
internal sealed partial class RequestReading(MappingReport report, ConditionReading conditions, ValueReading values)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly AnswerCondition Success = new([(200, 299)], []);

    public MappedRequest? Read(WrittenJson written, string key, MappingScope scope)
    {
        if (!report.IsObject(written, key, "request"))
        {
            return null;
        }

        var method = written.Find("method") is { } named ? report.Choice(named, $"{key}.method", Methods) : "GET";
        var request = new MappedRequest
        {
            Method = method ?? "GET",
            Path = Path(written, key, scope),
            Url = Url(written, key, scope),
            Query = values.Named(written.Find("query"), $"{key}.query", scope),
            Headers = [.. Headers(written.Find("headers"), $"{key}.headers", scope)],
            Body = written.Find("body") is { } body ? values.OfInput(body, $"{key}.body", scope) : null,
            Form = values.Named(written.Find("form"), $"{key}.form", scope),
            When = conditions.When(written.Find("when"), $"{key}.when", scope),
            ContinueWhen = written.Find("continueWhen") is { } onward ? conditions.Condition(onward, $"{key}.continueWhen") ?? Success : Success,
            Poll = written.Find("poll") is { } poll ? Poll(poll, $"{key}.poll") : null,
            Save = [.. Save(written.Find("save"), $"{key}.save")],
        };
        if (written.Find("body") is not null && written.Find("form") is not null)
        {
            report.Add(written.Line, key, "there are both a body and a form", "body for JSON, or form for an HTML form", "remove one of the two");
        }
        else if (method == "GET" && (written.Find("body") ?? written.Find("form")) is { } sent)
        {
            report.Add(sent.Line, $"{key}.method", "a GET carries no body", "POST, PUT, PATCH or DELETE beside a body", "set method, or move the values to query");
        }

        return request;
    }

    private Template? Path(WrittenJson written, string key, MappingScope scope)
    {
        if (written.Find("path") is not { } path)
        {
            if (written.Find("url") is null)
            {
                report.Add(written.Line, $"{key}.path", "path is missing", "the path below driver.url, such as /patients/{beneficiary_id}", "set path");
            }

            return null;
        }

        if (report.Text(path, $"{key}.path", "a path") is not { } text)
        {
            return null;
        }

        if (!text.StartsWith('/'))
        {
            report.Add(path.Line, $"{key}.path", $"'{text}' does not begin with a slash", "a path below driver.url, such as /patients", $"write /{PathOnly().Replace(text, "")}");
        }
        else if (text.AsSpan().ContainsAny('?', '#'))
        {
            report.Add(path.Line, $"{key}.path", "a path ends before ? and #", "a path; what follows the ? stands under query", "move it to query");
        }

        return report.Template(text, path.Line, $"{key}.path", scope);
    }

    private Template? Url(WrittenJson written, string key, MappingScope scope)
    {
        const string Expected = "a reference to what an earlier request saved, such as {saved.job}, which holds an address of the same host";
        if (written.Find("url") is not { } url || report.Text(url, $"{key}.url", Expected) is not { } text)
        {
            return null;
        }

        if (written.Find("path") is not null)
        {
            report.Add(url.Line, $"{key}.url", "there are both a path and a url", "one of the two", "remove one of them");
            return null;
        }

        var template = report.Template(text, url.Line, $"{key}.url", scope);
        if (template is not null && template.Alone?.From != ReferenceSource.Saved)
        {
            report.Add(url.Line, $"{key}.url", $"'{text}' is no such reference", Expected, "use path for an address that you know");
        }

        return template;
    }

    private IEnumerable<(string Name, Template Value)> Headers(WrittenJson? written, string key, MappingScope scope)
    {
        if (written is null || !report.IsObject(written, key))
        {
            yield break;
        }

        foreach (var member in written.Members)
        {
            if (!HeaderName().IsMatch(member.Name))
            {
                report.Add(member.Line, $"{key}.{member.Name}", "that is no name of a header", "letters, digits and hyphens", "correct the name");
            }
            else if (member.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && member.Value is { Kind: JsonValueKind.String } secret && !secret.Text.Contains('{', StringComparison.Ordinal))
            {
                report.Add(member.Line, $"{key}.{member.Name}", "a credential has no place in this file", "driver.headers with env:NAME", "set driver.headers.Authorization to env:NAME in the configuration");
            }
            else if (report.Text(member.Value, $"{key}.{member.Name}", "a text") is { } text && report.Template(text, member.Line, $"{key}.{member.Name}", scope) is { } template)
            {
                yield return (member.Name, template);
            }
        }
    }

    private Polling? Poll(WrittenJson written, string key)
    {
        if (!report.IsObject(written, key, "poll"))
        {
            return null;
        }

        if (written.Find("until") is not { } until)
        {
            report.Add(written.Line, $"{key}.until", "until is missing", "what an answer is like that is asked for no more", "set until, such as { \"where\": { \"/state\": [\"DONE\", \"FAILED\"] } }");
            return null;
        }

        var condition = conditions.Condition(until, $"{key}.until");
        var every = report.Seconds(written.Find("everySeconds"), $"{key}.everySeconds", 0.1, 60, 1);
        var within = report.Seconds(written.Find("forSeconds"), $"{key}.forSeconds", 1, 3600, 60);
        return condition is null || every is null || within is null ? null : new(condition, TimeSpan.FromSeconds(every.Value), TimeSpan.FromSeconds(within.Value));
    }

    private IEnumerable<(string Name, AnswerPlace Place)> Save(WrittenJson? written, string key)
    {
        if (written is null || !report.IsObject(written, key))
        {
            yield break;
        }

        foreach (var member in written.Members)
        {
            if (TemplateReference.Parse(member.Name) is not { Path.Count: 1 })
            {
                report.Add(member.Line, $"{key}.{member.Name}", "that is no name to save under", "letters, digits, _, $ and -", "correct the name");
            }
            else if (conditions.Place(member.Value, $"{key}.{member.Name}", "header:NAME", "$status") is { } place)
            {
                yield return (member.Name, place);
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-]+$")]
    private static partial Regex HeaderName();

    [GeneratedRegex("^https?://[^/]*/?")]
    private static partial Regex PathOnly();
}
