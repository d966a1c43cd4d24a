namespace UpdateRunner
{
    /// <summary>Boots the firmware as often as the test wants.</summary>
    public static class Program
    {
        /// <summary>Longest time for an application's Start.</summary>
        public static int StartLimitMs = 20000;

        /// <returns>What was shown on the console.</returns>
        public static string Boot(byte[] bundle, int cutAt, string[] messages)
        {
            var board = new Board(new Server(bundle, cutAt));
            try
            {
                board.Boot(messages);
            }
            catch (System.Exception e)
            {
                return board.Console + "[boot] ended by " + e.GetType().Name + ": " + e.Message + "\n";
            }

            return board.Console;
        }

        public static void Main()
        {
        }
    }
}
