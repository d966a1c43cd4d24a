namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The reasons for malformed CBOR, which each structure has under numbers of its own.</summary>
    internal static class MalformedReason
    {
        /// <summary>The line of an error in a structure; null where there is no such error.</summary>
        public static string Line(int error, string name, string words)
        {
            switch ((CborError)error)
            {
                case CborError.Truncated: return name + "-truncated|" + words + " ends too early";
                case CborError.WrongType: return name + "-type|" + words + " has an item of the wrong type";
                case CborError.NotDeterministic: return name + "-form|" + words + " has a number in a form that is not the shortest";
                case CborError.OutOfRange: return name + "-range|" + words + " has a number, length or count outside its limits";
                case CborError.BadText: return name + "-text|" + words + " has text that is not UTF-8 or has control characters";
                case CborError.WrongKey: return name + "-key|" + words + " has an unknown, missing, doubled or misplaced key";
                case CborError.TrailingBytes: return name + "-trailing|" + words + " is followed by more";
                default: return null;
            }
        }
    }
}
