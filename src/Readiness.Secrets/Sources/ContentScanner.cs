using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Text;
using Readiness.Secrets.Exact;
using Readiness.Secrets.Rules;

namespace Readiness.Secrets.Sources;

/// <summary>Looks through one stream of bytes of any length, a window at a time.</summary>
/// <remarks>
/// A window has three parts: what went before, the middle, and what comes next. A secret is reported by the window in whose
/// middle it begins, so it is reported once; and as what comes next is at least as long as the longest form, it is seen whole.
/// </remarks>
internal sealed class ContentScanner(ExactSearch exact, RuleSearch? rules, FindingBook findings, Tally tally)
{
    /// <summary>Bytes of the middle.</summary>
    private const int Middle = 1 << 18;

    /// <summary>Bytes that a rule sees around the middle: a line, and the block of a key.</summary>
    private const int Around = 1 << 14;

    private const int HeadToJudge = 1 << 13;

    /// <summary>Looks through all of it.</summary>
    /// <returns>How many bytes there were.</returns>
    /// <remarks>A fault of the stream is thrown after what came before it was scanned.</remarks>
    public long Scan(Stream stream, ContentPlace place, CancellationToken cancellation)
    {
        var search = rules;
        if (rules is not null && InstalledPackages.Holds(place))
        {
            tally.Installed();
            search = null;
        }

        var ahead = Math.Max(Around, exact.Longest);
        var size = Around + Middle + ahead;
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        var characters = search is null ? [] : ArrayPool<char>.Shared.Rent(size);
        try
        {
            return Windows(stream, place, search, bytes.AsSpan(0, size), characters, ahead, cancellation);
        }
        finally
        {
            // Rented again by somebody else, they must not hold what was read here.
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
            if (search is not null)
            {
                ArrayPool<char>.Shared.Return(characters, clearArray: true);
            }
        }
    }

    /// <summary>A name, of a file or an entry, can hold a secret too.</summary>
    public void ScanName(string name, ContentPlace place)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        for (var from = 0; exact.Next(bytes, from, out var at) is { } form; from = at + form.Bytes.Length)
        {
            findings.Add(form, place.At(null, form.Encoding));
        }
    }

    /// <summary>Fills the rest of a window. What came before a fault counts; the fault is handed over.</summary>
    private static int Fill(Stream stream, Span<byte> rest, out ExceptionDispatchInfo? fault)
    {
        var filled = 0;
        fault = null;
        try
        {
            while (filled < rest.Length && stream.Read(rest[filled..]) is > 0 and var read)
            {
                filled += read;
            }
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            fault = ExceptionDispatchInfo.Capture(broken);
        }

        return filled;
    }

    private long Windows(Stream stream, ContentPlace place, RuleSearch? search, Span<byte> buffer, char[] characters, int ahead, CancellationToken cancellation)
    {
        long total = 0;
        var (start, held, line) = (0, 0, 1);
        TextForm? form = null;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = Fill(stream, buffer[held..], out var fault);
            held += read;
            total += read;
            tally.Read(read);
            var isLast = fault is not null || held < buffer.Length;
            var window = new Window(buffer[..held], start, isLast ? held : held - ahead, line);
            form ??= TextForms.Of(window.Bytes[..Math.Min(held, HeadToJudge)]);
            Look(window, place, search, characters, form.Value);
            if (isLast)
            {
                fault?.Throw();
                return total;
            }

            line += window.Bytes[window.Start..window.End].Count((byte)'\n');
            var kept = window.End - Around;
            buffer[kept..held].CopyTo(buffer);
            (start, held) = (Around, held - kept);
        }
    }

    private void Look(Window window, ContentPlace place, RuleSearch? search, char[] characters, TextForm textForm)
    {
        List<Range>? known = null;
        (KnownSecret? Secret, int End) before = (null, 0);
        for (var from = window.Start; exact.Next(window.Bytes, from, out var at) is { } form && at < window.End; from = at + 1)
        {
            // A shorter form of the same secret that begins within a longer one is no further find.
            if (form.Secret != before.Secret || at >= before.End)
            {
                before = (form.Secret, at + form.Bytes.Length);
                (known ??= []).Add(at..before.End);
                findings.Add(form, place.At(textForm == TextForm.Binary ? null : window.LineOf(at), form.Encoding));
            }
        }

        if (search is not null)
        {
            Look(search, window, place, characters, textForm, known ?? []);
        }
    }

    private void Look(RuleSearch search, Window window, ContentPlace place, char[] characters, TextForm form, IReadOnlyList<Range> known)
    {
        if (form is TextForm.Utf16 or TextForm.Utf16BigEndian)
        {
            var length = TextForms.Decode(window.Bytes, form == TextForm.Utf16BigEndian, characters);
            search.Look(new TextWindow(characters.AsSpan(0, length), window.Start / 2, window.End / 2, window.LineOf(window.Start)), place, known, 2, findings);
            return;
        }

        Encoding.Latin1.GetChars(window.Bytes, characters);
        search.Look(new TextWindow(characters.AsSpan(0, window.Bytes.Length), window.Start, window.End, form == TextForm.Binary ? null : window.LineOf(window.Start)), place, known, 1, findings);
        if (form == TextForm.Binary)
        {
            // Programs keep their texts in two bytes a character.
            var wide = TextForms.WideTexts(window.Bytes, window.Start, window.End, characters);
            search.Look(new TextWindow(characters.AsSpan(0, wide), 0, wide, null), place, [], 1, findings);
        }
    }
}
