using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Readiness.Drivers.Stdio;

/// <summary>What a line of standard output says of itself at a glance, also where it is cut off or broken.</summary>
/// <param name="Id">Whose answer it is.</param>
/// <param name="HasOutcome">Whether it bears an outcome; true as well where it is broken, so that nobody can tell.</param>
internal sealed record AnswerLine(long Id, bool HasOutcome)
{
    private static readonly string[] Members = ["id", "outcome", "message", "error", "result"];

    /// <summary>Null for log text: no object, or one without an id.</summary>
    public static AnswerLine? Of(string text)
    {
        var line = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (line is not ['{', ..])
        {
            return null;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(line.ToString()), isFinalBlock: true, default);
        var glance = new Glance();
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                {
                    glance.See(ref reader);
                }
            }

            return glance.Id is { } id ? new AnswerLine(id, glance.HasOutcome || glance.HasOnly(Members)) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return glance.Id is { } id && glance.HasOnly(Members) ? new AnswerLine(id, HasOutcome: true) : null;
        }
    }

    private sealed class Glance
    {
        private readonly List<string> names = [];

        public long? Id { get; private set; }

        public bool HasOutcome { get; private set; }

        public void See(ref Utf8JsonReader reader)
        {
            var name = reader.GetString() ?? "";
            names.Add(name);
            HasOutcome |= name == "outcome";
            if (!reader.Read())
            {
                return;
            }

            if (name == "id" && Id is null)
            {
                Id = reader.TokenType switch
                {
                    JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
                    JsonTokenType.String when long.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
                    _ => null,
                };
            }

            // What stands in objects and lists further inside is passed over by depth.
        }

        public bool HasOnly(string[] known) => names.TrueForAll(name => known.Contains(name));
    }
}
