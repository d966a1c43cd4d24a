namespace Metered
{
    public static class Heap
    {
        private static object _kept;

        /// <summary>3 blocks for two fields, 2 for a boxed number, 3 for an int[3] (20 + 12 bytes), 10 for a byte[100].</summary>
        public static void Make()
        {
            _kept = new Pair();
            _kept = 42;
            _kept = new int[3];
            _kept = new byte[100];
        }

        /// <summary>A string of 4 bytes: 12 + 4 + 1 bytes are 2 blocks. The number becomes one of 1 byte before: 2 blocks.</summary>
        public static string Text(string text, int number)
        {
            return text + number.ToString();
        }

        private class Pair
        {
            public int First;
            public string Second;

            public Pair()
            {
                First = 1;
                Second = "";
            }
        }
    }
}
