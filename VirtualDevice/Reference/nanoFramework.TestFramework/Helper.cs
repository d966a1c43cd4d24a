namespace nanoFramework.TestFramework
{
    /// <summary>What the test launcher needs. The library calls it so.</summary>
    public static class Helper
    {
        /// <summary>The attributes without TestMethod where there are rows of arguments: those are the tests then.</summary>
        public static object[] RemoveTestMethodIfDataRowExists(object[] attribs)
        {
            int tests = 0;
            bool rows = false;
            foreach (object attribute in attribs)
            {
                tests += attribute is TestMethodAttribute ? 1 : 0;
                rows |= attribute is DataRowAttribute;
            }

            if (!rows || tests == 0)
            {
                return attribs;
            }

            object[] left = new object[attribs.Length - tests];
            int count = 0;
            foreach (object attribute in attribs)
            {
                if (attribute is not TestMethodAttribute)
                {
                    left[count++] = attribute;
                }
            }

            return left;
        }
    }
}
