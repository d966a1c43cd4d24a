namespace SecureEsp.DeviceApp.Update
{
    /// <summary>A reason as it is logged and reported.</summary>
    public static class UpdateReasonWords
    {
        /// <summary>Short name, such as <c>not-newer</c>; <c>unknown</c> for a number that is no reason.</summary>
        public static string Name(int reason)
        {
            var line = UpdateReasonTable.Line(reason);
            return line == null ? "unknown" : line.Substring(0, line.IndexOf('|'));
        }

        /// <summary>One sentence without a full stop.</summary>
        public static string Of(int reason)
        {
            var line = UpdateReasonTable.Line(reason);
            return line == null ? "reason without words" : line.Substring(line.IndexOf('|') + 1);
        }

        /// <summary>Number, name and what exactly, where there is little room: <c>707 start-failed (System.Exception: …)</c>.</summary>
        public static string Short(int reason, string detail)
        {
            return reason.ToString() + " " + Name(reason) + (detail == null || detail.Length == 0 ? "" : " (" + detail + ")");
        }

        /// <summary>Number, name, words and what exactly, such as <c>407 not-newer: the version … (1.0.0, running 1.0.0)</c>.</summary>
        /// <param name="reason">The reason.</param>
        /// <param name="detail">Null or empty where there is nothing more to say.</param>
        public static string Full(int reason, string detail)
        {
            var text = reason.ToString() + " " + Name(reason) + ": " + Of(reason);
            return detail == null || detail.Length == 0 ? text : text + " (" + detail + ")";
        }
    }
}
