using System;
using System.Collections;
using System.Threading;

namespace SecureEsp.VirtualDevice.CoreLibrary;

/// <summary>Members that nanoFramework's mscorlib has and the desktop's lacks, or that depend on a culture there and not on the device.</summary>
public static class Redirects
{
    [Redirect("System.Boolean System.BitConverter::get_IsLittleEndian()")]
    public static bool IsLittleEndian() => BitConverter.IsLittleEndian;

    [Redirect("System.Char System.Char::ToLower()")]
    public static char ToLower(ref char self) => self is >= 'A' and <= 'Z' ? (char)(self + 32) : self;

    [Redirect("System.Char System.Char::ToUpper()")]
    public static char ToUpper(ref char self) => self is >= 'a' and <= 'z' ? (char)(self - 32) : self;

    [Redirect("System.Boolean System.Guid::TryParseGuidWithDashes(System.String,System.Guid&)")]
    public static bool TryParseGuidWithDashes(string text, out Guid result) => Guid.TryParseExact(text, "D", out result);

    // The desktop's has no public one.
    [Redirect("System.Void System.ObjectDisposedException::.ctor()")]
    public static ObjectDisposedException NewObjectDisposedException() => new(null);

    [Redirect("System.Collections.IEnumerator System.String::GetEnumerator()")]
    public static IEnumerator GetEnumerator(string self) => self.GetEnumerator();

    [Redirect("System.TimeSpan System.TimeSpan::FromHours(System.Int64)")]
    public static TimeSpan FromHours(long hours) => new(hours * TimeSpan.TicksPerHour);

    [Redirect("System.TimeSpan System.TimeSpan::FromDays(System.Int64)")]
    public static TimeSpan FromDays(long days) => new(days * TimeSpan.TicksPerDay);

    [Redirect("System.Void System.Threading.SpinWait::SpinUntil(System.Int32)")]
    public static void SpinUntil(int microseconds) => SpinUntil(TimeSpan.FromMicroseconds(microseconds));

    [Redirect("System.Void System.Threading.SpinWait::SpinUntil(System.TimeSpan)")]
    public static void SpinUntil(TimeSpan time) => SpinWait.SpinUntil(static () => false, time);

    [Redirect("System.Int32 System.String::Compare(System.String,System.String)")]
    public static int Compare(string a, string b) => string.CompareOrdinal(a, b);

    [Redirect("System.Int32 System.String::CompareTo(System.String)")]
    public static int CompareTo(string self, string other) => string.CompareOrdinal(self, other);

    [Redirect("System.Int32 System.String::IndexOf(System.String)")]
    public static int IndexOf(string self, string value) => self.IndexOf(value, StringComparison.Ordinal);

    [Redirect("System.Int32 System.String::IndexOf(System.String,System.Int32)")]
    public static int IndexOf(string self, string value, int start) => self.IndexOf(value, start, StringComparison.Ordinal);

    [Redirect("System.Int32 System.String::LastIndexOf(System.String)")]
    public static int LastIndexOf(string self, string value) => self.LastIndexOf(value, StringComparison.Ordinal);

    [Redirect("System.Boolean System.String::StartsWith(System.String)")]
    public static bool StartsWith(string self, string value) => self.StartsWith(value, StringComparison.Ordinal);

    [Redirect("System.Boolean System.String::EndsWith(System.String)")]
    public static bool EndsWith(string self, string value) => self.EndsWith(value, StringComparison.Ordinal);

    [Redirect("System.String System.String::ToLower()")]
    public static string ToLower(string self) => self.ToLowerInvariant();

    [Redirect("System.String System.String::ToUpper()")]
    public static string ToUpper(string self) => self.ToUpperInvariant();
}
