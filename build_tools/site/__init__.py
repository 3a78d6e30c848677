"""From a folder of Markdown to a finished site: page engine, copies of files, feeds, and the switch."""
