using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>A version as <c>major.minor.patch</c>, each from 0 to 65535, and no more (of semver.org, the core).</summary>
    public sealed class SemanticVersion
    {
        /// <summary>Largest value of a part.</summary>
        public const int MaxPart = 65535;

        /// <summary>A version of these parts.</summary>
        public SemanticVersion(int major, int minor, int patch)
        {
            Major = major;
            Minor = minor;
            Patch = patch;
        }

        /// <summary>The first part.</summary>
        public int Major { get; }

        /// <summary>The second part.</summary>
        public int Minor { get; }

        /// <summary>The third part.</summary>
        public int Patch { get; }

        /// <summary>Reads <c>1.2.3</c>: three plain numbers without leading zeros.</summary>
        /// <returns>Null for anything else.</returns>
        public static SemanticVersion Parse(string text)
        {
            var first = text.IndexOf('.');
            var second = first < 0 ? -1 : text.IndexOf('.', first + 1);
            if (second < 0)
            {
                return null;
            }

            int major = 0, minor = 0, patch = 0;
            return Part(text.Substring(0, first), ref major) && Part(text.Substring(first + 1, second - first - 1), ref minor)
                && Part(text.Substring(second + 1), ref patch)
                ? new SemanticVersion(major, minor, patch)
                : null;
        }

        /// <summary>Below 0 where this one is lower, above 0 where it is higher, else 0.</summary>
        public int CompareTo(SemanticVersion other)
        {
            return Major != other.Major ? Major - other.Major : Minor != other.Minor ? Minor - other.Minor : Patch - other.Patch;
        }

        /// <inheritdoc/>
        public override string ToString()
        {
            return Major.ToString() + "." + Minor.ToString() + "." + Patch.ToString();
        }

        private static bool Part(string text, ref int value)
        {
            return (text.Length == 1 || (text.Length > 1 && text[0] != '0')) && SettingValues.TryNumber(text, 0, MaxPart, ref value);
        }
    }
}
