namespace SecureEsp.DeviceApp.Formats
{
    /// <summary>What a string of the class library lacks.</summary>
    public static class Characters
    {
        /// <summary>The text with another character wherever one stands.</summary>
        public static string Replace(string text, char from, char to)
        {
            var characters = text.ToCharArray();
            for (var i = 0; i < characters.Length; i++)
            {
                if (characters[i] == from)
                {
                    characters[i] = to;
                }
            }

            return new string(characters);
        }
    }
}
