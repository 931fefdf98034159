using System.Text;

namespace Readiness.Configuration.Mapping;

/// <summary>A text with references in braces, such as <c>/patients/{saved.patient}/orders</c>; a brace itself is written twice.</summary>
/// <param name="Parts">In order; a part is a text or a reference.</param>
public sealed record Template(IReadOnlyList<TemplatePart> Parts)
{
    public IEnumerable<TemplateReference> References => Parts.Select(part => part.Reference).OfType<TemplateReference>();

    /// <summary>The reference where the template is that and nothing else; null otherwise.</summary>
    public TemplateReference? Alone => Parts is [{ Reference: { } alone }] ? alone : null;

    /// <summary>Null where the text is no template; <paramref name="fault"/> then says why.</summary>
    internal static Template? Parse(string text, out string? fault)
    {
        List<TemplatePart> parts = [];
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character is '{' or '}' && at + 1 < text.Length && text[at + 1] == character)
            {
                literal.Append(character);
                at++;
            }
            else if (character == '}')
            {
                fault = "a } closes nothing";
                return null;
            }
            else if (character == '{')
            {
                var end = text.IndexOf('}', at);
                if (end < 0)
                {
                    fault = "a { is not closed";
                    return null;
                }

                var name = text[(at + 1)..end];
                if (TemplateReference.Parse(name) is not { } reference)
                {
                    fault = $"{{{name}}} names no value";
                    return null;
                }

                Flush();
                parts.Add(new(null, reference));
                at = end;
            }
            else
            {
                literal.Append(character);
            }
        }

        Flush();
        fault = null;
        return new(parts);

        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add(new(literal.ToString(), null));
                literal.Clear();
            }
        }
    }
}

/// <summary>One of the two.</summary>
public sealed record TemplatePart(string? Text, TemplateReference? Reference);
