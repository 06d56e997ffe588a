"""The search: words in any form, in three languages, alike on both databases.

words       a text -> its words -> their normal forms; plain Python
column      the search column of a record, and who writes it when
question    what a reader asks -> conditions and order
correcting  a word with a typing error -> the word that was meant
marking     a text -> the text with the words that were asked for marked
"""
