using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Readiness.Osigu.Sandbox;

/// <summary>Where the good value stands among several <c>v1</c> values.</summary>
public enum GoodValue
{
    First,
    Middle,
    Last,
    None,
}

/// <summary>What goes over the wire: the signature header's value, null for no header, and the body.</summary>
internal sealed record SignedBody(string? Header, byte[] Body)
{
    public string HeaderName { get; init; } = OsiguSignature.HeaderName;
}

/// <summary>How an event is signed and sent.</summary>
public sealed class WebhookManner
{
    /// <summary>The name of <see cref="NonAscii"/>.</summary>
    public const string NonAsciiName = "non-ascii";

    private readonly Func<IReadOnlyList<string>, long, byte[], SignedBody> sign;

    private WebhookManner(string name, bool genuine, Func<IReadOnlyList<string>, long, byte[], SignedBody> sign)
    {
        Name = name;
        Genuine = genuine;
        this.sign = sign;
    }

    /// <summary>In one word for the journal.</summary>
    public string Name { get; }

    /// <summary>True where a correct receiver must accept it.</summary>
    public bool Genuine { get; }

    /// <summary>As the provider sends an event.</summary>
    public static WebhookManner First { get; } = Plain("first");

    /// <summary>A faithful redelivery: the same bytes, a fresh time and signature.</summary>
    public static WebhookManner Again { get; } = Plain("again");

    /// <summary>Well signed, at a time away from now: negative for the past. Genuine within the tolerance.</summary>
    public static WebhookManner SignedAt(TimeSpan offset)
    {
        var genuine = offset.Duration() <= OsiguSignature.Tolerance;
        return ByTheNewest((offset < TimeSpan.Zero, genuine) switch
        {
            (true, true) => "past-within",
            (false, true) => "ahead-within",
            (true, false) => "stale",
            _ => "future",
        }, genuine, (secret, time, body) => Signed(secret, time + (long)offset.TotalSeconds, body));
    }

    /// <summary>One bit of one byte of the body differs from what was signed. It stays JSON where the body has a letter.</summary>
    public static WebhookManner FlippedByte { get; } = Forged("flipped-byte", (secret, time, body) => new(OsiguSignature.Header(secret, time, body), Flip(body)));

    public static WebhookManner WrongSecret { get; } = Forged("wrong-secret", (_, time, body) => Signed(Other(), time, body));

    public static WebhookManner MissingHeader { get; } = Forged("missing-header", (_, _, body) => new(null, body));

    public static WebhookManner EmptyHeader { get; } = Forged("empty-header", (_, _, body) => new("", body));

    public static WebhookManner NoValue { get; } = Forged("no-v1", (_, time, body) => new(string.Create(CultureInfo.InvariantCulture, $"t={time}"), body));

    /// <summary>A good MAC under a name that means nothing.</summary>
    public static WebhookManner VersionZero { get; } = Forged("v0-only", (secret, time, body) => new(Header(time, OsiguSignature.Mac(secret, time, body), "v0"), body));

    public static WebhookManner TruncatedHeader { get; } = Forged("truncated-header", (secret, time, body) => new(OsiguSignature.Header(secret, time, body)[..^20], body));

    public static WebhookManner NotHex { get; } = Forged("not-hex", (_, time, body) => new(Header(time, new string('z', 64)), body));

    public static WebhookManner NoTime { get; } = Forged("no-time", (secret, time, body) => new($"v1={OsiguSignature.Mac(secret, time, body)}", body));

    public static WebhookManner TimeNotANumber { get; } = Forged("time-not-a-number", (secret, time, body) => new($"t=soon,v1={OsiguSignature.Mac(secret, time, body)}", body));

    /// <summary>The MAC of the body alone: the older scheme of the same header name.</summary>
    public static WebhookManner BodyOnly { get; } = Forged("body-only", (secret, time, body) => new(Header(time, OsiguSignature.BodyMac(secret, body)), body));

    /// <summary>Hex of 63 digits, which makes no whole number of bytes.</summary>
    public static WebhookManner OddLength { get; } = Forged("odd-length", (secret, time, body) => new(OsiguSignature.Header(secret, time, body)[..^1], body));

    /// <summary>A <c>v1</c> with nothing after it: whoever compares as many digits as there are compares none.</summary>
    public static WebhookManner EmptyValue { get; } = Forged("empty-v1", (_, time, body) => new(Header(time, ""), body));

    /// <summary>A good MAC with more behind it.</summary>
    public static WebhookManner TooLong { get; } = Forged("too-long", (secret, time, body) => new(Header(time, OsiguSignature.Mac(secret, time, body) + "00"), body));

    /// <summary>Letters beyond ASCII, in UTF-8. Some web servers refuse them with 400 before the receiver sees anything.</summary>
    /// <remarks>Headers are written byte for byte, so each character here is one byte on the wire.</remarks>
    public static WebhookManner NonAscii { get; } = Forged(
        NonAsciiName,
        (_, time, body) => new(Header(time, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ñ", 64))))), body));

    /// <summary>No part of it is of the form <c>name=value</c>.</summary>
    public static WebhookManner NoParts { get; } = Forged("no-parts", (secret, time, body) => new(OsiguSignature.Mac(secret, time, body), body));

    /// <summary>Well signed, over a body that breaks off: no receiver can make anything of it.</summary>
    public static WebhookManner Unreadable { get; } = Forged("unreadable", (secret, time, body) => Signed(secret, time, body[..(body.Length / 2)]));

    /// <summary>Headers that cannot be read, beyond those of <see cref="Forgeries"/>.</summary>
    public static IReadOnlyList<WebhookManner> Malformed { get; } = [OddLength, EmptyValue, TooLong, NonAscii, NoParts];

    /// <summary>As the provider sends an event, through a proxy that writes header names in lower case.</summary>
    public static WebhookManner LowerCaseHeaderName { get; } = ByTheNewest("lower-case-header-name", genuine: true, (secret, time, body) => Signed(secret, time, body) with { HeaderName = OsiguSignature.HeaderName.ToLowerInvariant() });

    /// <summary>Well signed, about another environment than the receiver's: to be ignored or refused.</summary>
    public static WebhookManner OtherEnvironment { get; } = Forged("other-environment", Signed);

    /// <summary>Signed over other bytes of the same meaning: the body was written anew on the way.</summary>
    public static WebhookManner Rewritten(BodyStyle style) => Forged(
        $"rewritten-{style.ToString().ToLowerInvariant()}",
        (secret, time, body) => new(OsiguSignature.Header(secret, time, body), BodyStyles.Apply(body, style)));

    /// <summary>Upper-case hex. The provider's case is not stated, so accepting it is no duty.</summary>
    public static WebhookManner UppercaseHex { get; } = Forged("uppercase-hex", (secret, time, body) => new(Header(time, OsiguSignature.Mac(secret, time, body).ToUpperInvariant()), body));

    /// <summary>A space after the comma. Not stated either.</summary>
    public static WebhookManner SpaceInHeader { get; } = Forged("space-in-header", (secret, time, body) => new(OsiguSignature.Header(secret, time, body).Replace(",", ", ", StringComparison.Ordinal), body));

    /// <summary>Several <c>v1</c> values, as in a rotation of the secret.</summary>
    public static WebhookManner Rotation(GoodValue good) => good switch
    {
        GoodValue.First => ByTheNewest("several-v1-good-first", true, (secret, time, body) => Several([secret, Other()], time, body)),
        GoodValue.Middle => ByTheNewest("several-v1-good-middle", true, (secret, time, body) => Several([Other(), secret, Other()], time, body)),
        GoodValue.Last => ByTheNewest("several-v1-good-last", true, (secret, time, body) => Several([Other(), secret], time, body)),
        _ => ByTheNewest("several-v1-none-good", false, (_, time, body) => Several([Other(), Other()], time, body)),
    };

    /// <summary>Well signed, with a secret that no longer counts.</summary>
    public static WebhookManner Retired(string secret) => SignedWith("retired-secret", secret);

    /// <summary>Well signed, with a secret that does not count for the receiver.</summary>
    public static WebhookManner SignedWith(string name, string secret) => Forged(name, (_, time, body) => Signed(secret, time, body));

    /// <summary>Every forgery that must be refused, the same for each event.</summary>
    public static IReadOnlyList<WebhookManner> Forgeries { get; } =
    [
        FlippedByte, WrongSecret, MissingHeader, EmptyHeader, NoValue, BodyOnly, TruncatedHeader, VersionZero, NotHex, NoTime, TimeNotANumber,
    ];

    /// <param name="secrets">Those that count, oldest first; several while a rotation is under way.</param>
    internal SignedBody Sign(IReadOnlyList<string> secrets, long unixSeconds, byte[] body) => sign(secrets, unixSeconds, body);

    private static WebhookManner Plain(string name) => new(name, genuine: true, Several);

    private static WebhookManner Forged(string name, Func<string, long, byte[], SignedBody> sign) => ByTheNewest(name, genuine: false, sign);

    /// <summary>Only what is sent as usual carries a signature by each secret that counts.</summary>
    private static WebhookManner ByTheNewest(string name, bool genuine, Func<string, long, byte[], SignedBody> sign) =>
        new(name, genuine, (secrets, time, body) => sign(secrets[^1], time, body));

    private static SignedBody Signed(string secret, long time, byte[] body) => new(OsiguSignature.Header(secret, time, body), body);

    private static SignedBody Several(IEnumerable<string> secrets, long time, byte[] body) => new(OsiguSignature.Header(secrets, time, body), body);

    private static string Header(long time, string mac, string version = "v1") => string.Create(CultureInfo.InvariantCulture, $"t={time},{version}={mac}");

    private static string Other() => RandomNumberGenerator.GetHexString(40, lowercase: true);

    private static byte[] Flip(byte[] body)
    {
        // The last letter stands in a value of the data, so the body stays JSON and only the signature can tell.
        var copy = body.ToArray();
        var letter = Array.FindLastIndex(copy, value => char.IsAsciiLetter((char)value));
        copy[letter < 0 ? copy.Length - 1 : letter] ^= 1;
        return copy;
    }
}
