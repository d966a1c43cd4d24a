using System;
using System.Collections;
using nanoFramework.TestFramework;

namespace Libraries
{
    /// <summary>nanoframework/nanoFramework.System.Collections, Hashtable.cs, Queue.cs, Stack.cs; CoreLibrary, ArrayList.cs.</summary>
    [TestClass]
    public class CollectionTests
    {
        [TestMethod]
        public static void Hashtable_finds_what_was_put_in_after_it_grew()
        {
            Hashtable table = new Hashtable();
            for (int i = 0; i < 500; i++)
            {
                table.Add("key" + i, i);
                table[i] = "value" + i;
            }

            Assert.AreEqual(1000, table.Count);
            for (int i = 0; i < 500; i++)
            {
                Assert.AreEqual((object)i, table["key" + i]);
                Assert.AreEqual((object)("value" + i), table[i]);
            }

            for (int i = 0; i < 500; i += 2)
            {
                table.Remove("key" + i);
            }

            Assert.AreEqual(750, table.Count);
            Assert.IsFalse(table.Contains("key0"));
            Assert.IsTrue(table.Contains("key1"));
            Assert.IsNull(table["key0"]);
        }

        [TestMethod]
        public static void Hashtable_refuses_what_the_board_refuses()
        {
            Hashtable table = new Hashtable { { "a", 1 } };
            Assert.ThrowsException(typeof(ArgumentException), () => table.Add("a", 2));
            Assert.ThrowsException(typeof(ArgumentNullException), () => table[null] = 1);
            Assert.ThrowsException(typeof(ArgumentNullException), () => table.Remove(null));
            Assert.ThrowsException(typeof(NullReferenceException), () => table.Contains(null));
            Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => new Hashtable(-1));
            Assert.ThrowsException(typeof(InvalidOperationException), () => ChangeWhileGoingThrough(table));
        }

        [TestMethod]
        public static void Hashtable_gives_its_entries_keys_and_values_in_one_order()
        {
            Hashtable table = new Hashtable { { "a", 1 }, { "b", 2 }, { "c", 3 } };
            string keys = "";
            string values = "";
            string entries = "";
            foreach (object key in table.Keys)
            {
                keys += key;
            }

            foreach (object value in table.Values)
            {
                values += value;
            }

            foreach (DictionaryEntry entry in table)
            {
                entries += entry.Key;
                entries += entry.Value;
            }

            Assert.AreEqual(3, keys.Length);
            Assert.AreEqual($"{keys[0]}{values[0]}{keys[1]}{values[1]}{keys[2]}{values[2]}", entries);
            object[] copied = new object[3];
            table.Values.CopyTo(copied, 0);
            Assert.AreEqual(values, $"{copied[0]}{copied[1]}{copied[2]}");
            Hashtable clone = (Hashtable)table.Clone();
            table.Clear();
            Assert.AreEqual(3, clone.Count);
            Assert.AreEqual(0, table.Count);
        }

        [TestMethod]
        public static void Queue_gives_first_what_came_first()
        {
            Queue queue = new Queue();
            for (int i = 0; i < 10; i++)
            {
                queue.Enqueue(i);
                if (i % 3 == 2)
                {
                    queue.Dequeue();
                }
            }

            Assert.AreEqual(7, queue.Count);
            Assert.AreEqual((object)3, queue.Peek());
            Assert.IsTrue(queue.Contains(9));
            CollectionAssert.AreEqual(new object[] { 3, 4, 5, 6, 7, 8, 9 }, queue.ToArray());
            CollectionAssert.AreEqual(queue.ToArray(), ((Queue)queue.Clone()).ToArray());
            queue.Clear();
            Assert.ThrowsException(typeof(InvalidOperationException), () => queue.Dequeue());
        }

        [TestMethod]
        public static void Stack_gives_first_what_came_last()
        {
            Stack stack = new Stack();
            for (int i = 0; i < 9; i++)
            {
                stack.Push(i);
            }

            Assert.AreEqual((object)8, stack.Pop());
            Assert.AreEqual((object)7, stack.Peek());
            CollectionAssert.AreEqual(new object[] { 7, 6, 5, 4, 3, 2, 1, 0 }, stack.ToArray());
            CollectionAssert.AreEqual(stack.ToArray(), ((Stack)stack.Clone()).ToArray());
            stack.Clear();
            Assert.ThrowsException(typeof(InvalidOperationException), () => stack.Pop());
        }

        private static void ChangeWhileGoingThrough(Hashtable table)
        {
            foreach (DictionaryEntry entry in table)
            {
                table[entry.Key] = 2;
            }
        }
    }
}
