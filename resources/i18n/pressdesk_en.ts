<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PageHead</name>
    <message numerus="yes">
        <source>%n character(s) in the headline</source>
        <translation>
            <numerusform>%n character in the headline</numerusform>
            <numerusform>%n characters in the headline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not added</source>
        <translation>
            <numerusform>%n file not added</numerusform>
            <numerusform>%n files not added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” still stands in the text, %n time(s)</source>
        <translation>
            <numerusform>“{name}” still stands in the text, once</numerusform>
            <numerusform>“{name}” still stands in the text, %n times</numerusform>
        </translation>
    </message>
</context>
</TS>
