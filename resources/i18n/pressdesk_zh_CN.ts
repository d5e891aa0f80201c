<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About PressDesk</source>
        <translation>关于 PressDesk</translation>
    </message>
    <message>
        <source>Composes press releases, and exports them to Word and the web.</source>
        <translation>撰写新闻稿，并导出为 Word 文档和网页。</translation>
    </message>
    <message>
        <source>PressDesk is free software under the MIT License, without warranty.</source>
        <translation>PressDesk 是以 MIT 许可证发布的自由软件，不提供任何担保。</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>The window is drawn by Qt, through PySide6, under the GNU Lesser General Public License, version 3. You may replace these libraries by versions of your own; their source is at code.qt.io.</source>
        <translation>窗口由 Qt 通过 PySide6 绘制，二者以 GNU 宽通用公共许可证（LGPL）第 3 版发布。您可以用自己的版本替换这些程序库；其源代码见 code.qt.io。</translation>
    </message>
    <message>
        <source>Copy &amp;Details</source>
        <translation>复制详情(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>程序库</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New Release</source>
        <translation>新建新闻稿(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Sa&amp;mple Release</source>
        <translation>示例新闻稿(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Keep This Version…</source>
        <translation>保留此版本(&amp;K)…</translation>
    </message>
    <message>
        <source>Recover &amp;Unsaved Work…</source>
        <translation>恢复未保存的内容(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>版本(&amp;V)…</translation>
    </message>
    <message>
        <source>Print Previe&amp;w…</source>
        <translation>打印预览(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Paste as P&amp;lain Text</source>
        <translation>粘贴为纯文本(&amp;L)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find and Replace…</source>
        <translation>查找和替换(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Check &amp;Spelling</source>
        <translation>检查拼写(&amp;S)</translation>
    </message>
    <message>
        <source>Spelling &amp;Dictionaries…</source>
        <translation>拼写词典(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>插入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Photos…</source>
        <translation>照片(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>引语(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>表格(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Link…</source>
        <translation>链接(&amp;L)…</translation>
    </message>
    <message>
        <source>Person’s &amp;Name…</source>
        <translation>人名(&amp;N)…</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Paragraph</source>
        <translation>段落(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>小标题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Subheading</source>
        <translation>二级小标题(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Minor Heading</source>
        <translation>三级小标题(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Bulleted List</source>
        <translation>项目符号列表(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Numbered List</source>
        <translation>编号列表(&amp;N)</translation>
    </message>
    <message>
        <source>In&amp;dent</source>
        <translation>增加缩进(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Outdent</source>
        <translation>减少缩进(&amp;O)</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>Bo&amp;ld</source>
        <translation>粗体(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>斜体(&amp;I)</translation>
    </message>
    <message>
        <source>Underlin&amp;e</source>
        <translation>下划线(&amp;E)</translation>
    </message>
    <message>
        <source>Stri&amp;kethrough</source>
        <translation>删除线(&amp;K)</translation>
    </message>
    <message>
        <source>Subs&amp;cript</source>
        <translation>下标(&amp;C)</translation>
    </message>
    <message>
        <source>Supe&amp;rscript</source>
        <translation>上标(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>人物(&amp;P)</translation>
    </message>
    <message>
        <source>Add &amp;Speaker</source>
        <translation>添加发言人(&amp;S)</translation>
    </message>
    <message>
        <source>Speaker of the &amp;Quote…</source>
        <translation>引语的发言人(&amp;Q)…</translation>
    </message>
    <message>
        <source>Add &amp;Person</source>
        <translation>添加人物(&amp;P)</translation>
    </message>
    <message>
        <source>Pho&amp;tos</source>
        <translation>照片(&amp;T)</translation>
    </message>
    <message>
        <source>Photo &amp;Desk…</source>
        <translation>图片工作台(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Attach Photos…</source>
        <translation>附上照片(&amp;A)…</translation>
    </message>
    <message>
        <source>Make &amp;Lead Photo</source>
        <translation>设为主图(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Remove Photo</source>
        <translation>移除照片(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;eople</source>
        <translation>人物(&amp;E)</translation>
    </message>
    <message>
        <source>Ph&amp;otos</source>
        <translation>照片(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom O&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>Follow S&amp;ystem</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>下一个区域(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation>上一个区域(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About PressDesk</source>
        <translation>关于 PressDesk(&amp;A)</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
</context>
<context>
    <name>ArrivalBar</name>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>{done} of {total} files read</source>
        <translation>已读取 {done}/{total} 个文件</translation>
    </message>
    <message>
        <source>Looking for pictures…</source>
        <translation>正在查找图片…</translation>
    </message>
</context>
<context>
    <name>ArrivalReport</name>
    <message>
        <source>What became of the files</source>
        <translation>文件处理结果</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide what became of the files</source>
        <translation>隐藏文件处理结果</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) added</source>
        <translation>
            <numerusform>已添加 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not added</source>
        <translation>
            <numerusform>有 %n 个文件未添加</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) already here</source>
        <translation>
            <numerusform>%n 张照片已在此处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) whole again</source>
        <translation>
            <numerusform>%n 张照片已恢复完整</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is already here as “{name}”.</source>
        <translation>{file} 已在此处，名为“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” was missing or damaged. It is whole again, from {file}.</source>
        <translation>“{name}”曾缺失或损坏，现已从 {file} 恢复完整。</translation>
    </message>
    <message>
        <source>{file} looks like “{name}”.</source>
        <translation>{file} 与“{name}”相似。</translation>
    </message>
    <message>
        <source>Reading was stopped. Nothing was added.</source>
        <translation>读取已停止，未添加任何内容。</translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>Add photo</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
</context>
<context>
    <name>BodyEditor</name>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Typography</source>
        <translation>排印符号</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Table. Press Enter to edit it.</source>
        <translation>表格。按 Enter 键编辑。</translation>
    </message>
    <message>
        <source>Photo: {credit}</source>
        <translation>图片：{credit}</translation>
    </message>
    <message>
        <source>New paragraph</source>
        <translation>新段落</translation>
    </message>
    <message>
        <source>Line break</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete photo</source>
        <translation>删除照片</translation>
    </message>
    <message>
        <source>Delete table</source>
        <translation>删除表格</translation>
    </message>
    <message>
        <source>Write the release…</source>
        <translation>在此撰写新闻稿…</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>This photo is not in the release.</source>
        <translation>这张照片不在新闻稿中。</translation>
    </message>
</context>
<context>
    <name>Boilerplates</name>
    <message>
        <source>No standing text yet.</source>
        <translation>还没有“关于我们”文字。</translation>
    </message>
    <message>
        <source>Add boilerplate</source>
        <translation>添加“关于我们”文字</translation>
    </message>
    <message>
        <source>Order of the boilerplates</source>
        <translation>“关于我们”文字的顺序</translation>
    </message>
    <message>
        <source>Remove boilerplate</source>
        <translation>移除“关于我们”文字</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>Typing in the heading</source>
        <translation>输入小标题</translation>
    </message>
    <message>
        <source>Approved version</source>
        <translation>核定版本</translation>
    </message>
    <message>
        <source>Typing in the version</source>
        <translation>输入版本</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Typing in the boilerplate</source>
        <translation>输入“关于我们”文字</translation>
    </message>
    <message>
        <source>Text without a heading</source>
        <translation>没有小标题的文字</translation>
    </message>
    <message>
        <source>{}, version {}</source>
        <translation>{}，版本 {}</translation>
    </message>
    <message>
        <source>A blank line parts paragraphs.</source>
        <translation>空一行即另起一段。</translation>
    </message>
</context>
<context>
    <name>CaptionDesk</name>
    <message>
        <source>Caption desk</source>
        <translation>图片说明工作台</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>请留意</translation>
    </message>
    <message>
        <source>arrows move</source>
        <translation>方向键移动</translation>
    </message>
    <message>
        <source>with Shift finely</source>
        <translation>按住 Shift 微调</translation>
    </message>
    <message>
        <source>with Ctrl the size</source>
        <translation>按住 Ctrl 调整大小</translation>
    </message>
    <message>
        <source>P marks people</source>
        <translation>P 标记人物</translation>
    </message>
    <message>
        <source>C crops</source>
        <translation>C 裁剪</translation>
    </message>
    <message>
        <source>+ and − zoom</source>
        <translation>+ 和 − 缩放</translation>
    </message>
    <message>
        <source>F6 goes to the fields and back</source>
        <translation>F6 在图片与字段间切换</translation>
    </message>
    <message>
        <source>click a face or drag a box</source>
        <translation>单击面部或拖出方框</translation>
    </message>
    <message>
        <source>Insert adds one</source>
        <translation>Insert 添加一个</translation>
    </message>
    <message>
        <source>N goes to the next</source>
        <translation>N 转到下一个</translation>
    </message>
    <message>
        <source>Enter names</source>
        <translation>Enter 命名</translation>
    </message>
    <message>
        <source>Delete removes</source>
        <translation>Delete 删除</translation>
    </message>
    <message>
        <source>drag the frame or a handle</source>
        <translation>拖动裁剪框或控制点</translation>
    </message>
    <message>
        <source>a click sets the focal point (F)</source>
        <translation>单击设定焦点(F)</translation>
    </message>
    <message>
        <source>Page Up and Down turn</source>
        <translation>Page Up 和 Page Down 旋转</translation>
    </message>
    <message>
        <source>What is said of the photo</source>
        <translation>照片的文字信息</translation>
    </message>
</context>
<context>
    <name>CaptionForm</name>
    <message>
        <source>Attach it</source>
        <translation>作为附件</translation>
    </message>
    <message>
        <source>People in the picture</source>
        <translation>图中人物</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>图片署名</translation>
    </message>
    <message>
        <source>Typing in the credit</source>
        <translation>输入图片署名</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Typing in the creator</source>
        <translation>输入作者</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>版权</translation>
    </message>
    <message>
        <source>Typing in the copyright</source>
        <translation>输入版权</translation>
    </message>
    <message>
        <source>Usage terms</source>
        <translation>使用条款</translation>
    </message>
    <message>
        <source>Typing in the usage terms</source>
        <translation>输入使用条款</translation>
    </message>
    <message>
        <source>Use until</source>
        <translation>使用期限</translation>
    </message>
    <message>
        <source>Last day of use</source>
        <translation>最后使用日</translation>
    </message>
    <message>
        <source>Consent until</source>
        <translation>同意期限</translation>
    </message>
    <message>
        <source>Last day of consent</source>
        <translation>同意的最后一天</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Typing in the keywords</source>
        <translation>输入关键词</translation>
    </message>
    <message>
        <source>With commas between them.</source>
        <translation>用逗号分隔。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Typing in the description</source>
        <translation>输入描述</translation>
    </message>
    <message>
        <source>What the picture shows, whatever its use; a caption belongs to one use.</source>
        <translation>图片的内容，与用途无关；说明文字属于一次使用。</translation>
    </message>
    <message>
        <source>From left to right; Alt+↑ and Alt+↓ change the order.</source>
        <translation>从左到右排列；Alt+↑ 和 Alt+↓ 调整顺序。</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>制作方式</translation>
    </message>
    <message>
        <source>Attach the photo to the release</source>
        <translation>将照片附加到新闻稿</translation>
    </message>
    <message>
        <source>The release does not use this photo yet. A caption belongs to a use.</source>
        <translation>新闻稿尚未使用这张照片。说明文字属于一次使用。</translation>
    </message>
    <message>
        <source>Attach photo</source>
        <translation>附上照片</translation>
    </message>
    <message>
        <source>Take from the file</source>
        <translation>采用文件中的内容</translation>
    </message>
    <message>
        <source>Not noted</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已征询</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Consent of the people shown</source>
        <translation>图中人物的同意</translation>
    </message>
</context>
<context>
    <name>CaptionHelp</name>
    <message>
        <source>Put into the caption</source>
        <translation>写入说明文字</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Put who is who into the caption</source>
        <translation>将人物身份写入说明文字</translation>
    </message>
    <message>
        <source>Write who is who into the caption; it then follows the marks</source>
        <translation>将人物身份写入说明文字；之后随标记更新</translation>
    </message>
    <message>
        <source>Patterns for the caption</source>
        <translation>说明文字模板</translation>
    </message>
    <message>
        <source>Begin with a pattern of the house (F4); F8 goes to the next place to fill in</source>
        <translation>以本机构的模板开始(F4)；F8 转到下一个待填处</translation>
    </message>
    <message>
        <source>By the marks: {}</source>
        <translation>按标记：{}</translation>
    </message>
    <message>
        <source>The caption says who is who otherwise than the marks.</source>
        <translation>说明文字中的人物与标记不一致。</translation>
    </message>
    <message>
        <source>Still to be filled in: {}</source>
        <translation>尚待填写：{}</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>here, {}</source>
        <translation>本地，{}</translation>
    </message>
    <message>
        <source>Over just now</source>
        <translation>刚刚到期</translation>
    </message>
    <message>
        <source>In less than a minute</source>
        <translation>不到一分钟后到期</translation>
    </message>
    <message>
        <source>Over since {}</source>
        <translation>已到期 {}</translation>
    </message>
    <message>
        <source>In {}</source>
        <translation>{}后到期</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>{} days</source>
        <translation>{} 天</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>{} hours</source>
        <translation>{} 小时</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>{} minutes</source>
        <translation>{} 分钟</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>没有包含这些字的命令。</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>项目符号列表</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>编号列表</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Strikethrough</source>
        <translation>删除线</translation>
    </message>
    <message>
        <source>Subscript</source>
        <translation>下标</translation>
    </message>
    <message>
        <source>Superscript</source>
        <translation>上标</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>移除链接</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>发言人</translation>
    </message>
    <message>
        <source>Indent</source>
        <translation>增加缩进</translation>
    </message>
    <message>
        <source>Outdent</source>
        <translation>减少缩进</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Insert photo</source>
        <translation>插入照片</translation>
    </message>
    <message>
        <source>Insert photos</source>
        <translation>插入照片</translation>
    </message>
    <message>
        <source>Insert table</source>
        <translation>插入表格</translation>
    </message>
</context>
<context>
    <name>CompareCounts</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s)</source>
        <translation>
            <numerusform>%n 个段落</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n captioned photo(s)</source>
        <translation>
            <numerusform>%n 张带说明的照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n 个表格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boilerplate(s)</source>
        <translation>
            <numerusform>%n 段机构简介</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n media contact(s)</source>
        <translation>
            <numerusform>%n 位媒体联系人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 个人物</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n 个字段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n 个部分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Both side by side</source>
        <translation>两者并排</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一处(&amp;P)</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处更改</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处更改</translation>
    </message>
    <message>
        <source>Previous change ({key})</source>
        <translation>上一处更改（{key}）</translation>
    </message>
    <message>
        <source>Next change ({key})</source>
        <translation>下一处更改（{key}）</translation>
    </message>
    <message>
        <source>Show what is &amp;unchanged</source>
        <translation>显示未更改的内容(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Both say the same, word for word.</source>
        <translation>两者逐字相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
</context>
<context>
    <name>CompareRows</name>
    <message>
        <source>Unchanged: {names}</source>
        <translation>未更改：{names}</translation>
    </message>
    <message>
        <source>[removed: {words}]</source>
        <translation>[删除：{words}]</translation>
    </message>
    <message>
        <source>[added: {words}]</source>
        <translation>[添加：{words}]</translation>
    </message>
    <message>
        <source>[other marks: {words}]</source>
        <translation>[格式不同：{words}]</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>the whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{n} of 5 stars</source>
        <translation>{n} 星（共 5 星）</translation>
    </message>
    <message>
        <source>{names}, elsewhere</source>
        <translation>{names}（位置已变）</translation>
    </message>
    <message>
        <source>{width} % of its width, {height} % of its height</source>
        <translation>宽度的 {width}%，高度的 {height}%</translation>
    </message>
    <message>
        <source>turned by {angle}°</source>
        <translation>旋转 {angle}°</translation>
    </message>
    <message>
        <source>focal point {x} % from the left, {y} % from the top</source>
        <translation>焦点距左边 {x}%、距上边 {y}%</translation>
    </message>
    <message>
        <source>somebody not named</source>
        <translation>未具名者</translation>
    </message>
    <message>
        <source>“{words}”: {marks}</source>
        <translation>“{words}”：{marks}</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Moved further down</source>
        <translation>已移到后面</translation>
    </message>
    <message>
        <source>Moved further up</source>
        <translation>已移到前面</translation>
    </message>
    <message>
        <source>Moved here from further up</source>
        <translation>从前面移到此处</translation>
    </message>
    <message>
        <source>Moved here from further down</source>
        <translation>从后面移到此处</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>{things} unchanged</source>
        <translation>{things}未更改</translation>
    </message>
    <message>
        <source>Headline and dateline</source>
        <translation>标题与电头</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Boilerplate</source>
        <translation>“关于我们”文字</translation>
    </message>
    <message>
        <source>Media contacts</source>
        <translation>媒体联系人</translation>
    </message>
    <message>
        <source>Note to editors</source>
        <translation>致编辑</translation>
    </message>
    <message>
        <source>Photos beside the text</source>
        <translation>正文之外的照片</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>{width} × {height} pixels, {kind}</source>
        <translation>{width} × {height} 像素，{kind}</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>List item</source>
        <translation>列表项</translation>
    </message>
    <message>
        <source>Numbered item</source>
        <translation>编号列表项</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>Photo with caption</source>
        <translation>带说明的照片</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Changed: {things}</source>
        <translation>更改：{things}</translation>
    </message>
    <message>
        <source>Added: {things}</source>
        <translation>添加：{things}</translation>
    </message>
    <message>
        <source>Removed: {things}</source>
        <translation>删除：{things}</translation>
    </message>
    <message>
        <source>Moved: {things}</source>
        <translation>移动：{things}</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐方式</translation>
    </message>
    <message>
        <source>begins anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>接续</translation>
    </message>
    <message>
        <source>names the columns</source>
        <translation>为列名</translation>
    </message>
    <message>
        <source>a row like the others</source>
        <translation>与其他行相同</translation>
    </message>
    <message>
        <source>screen readers pass over it</source>
        <translation>屏幕阅读器会略过</translation>
    </message>
    <message>
        <source>is described</source>
        <translation>有文字描述</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审阅中</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Given name first</source>
        <translation>名在前</translation>
    </message>
    <message>
        <source>Family name first</source>
        <translation>姓在前</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>已征询</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>now bold</source>
        <translation>改为粗体</translation>
    </message>
    <message>
        <source>not bold now</source>
        <translation>不再是粗体</translation>
    </message>
    <message>
        <source>now italic</source>
        <translation>改为斜体</translation>
    </message>
    <message>
        <source>not italic now</source>
        <translation>不再是斜体</translation>
    </message>
    <message>
        <source>now underlined</source>
        <translation>加了下划线</translation>
    </message>
    <message>
        <source>not underlined now</source>
        <translation>去掉了下划线</translation>
    </message>
    <message>
        <source>now struck through</source>
        <translation>加了删除线</translation>
    </message>
    <message>
        <source>not struck through now</source>
        <translation>去掉了删除线</translation>
    </message>
    <message>
        <source>now raised or lowered</source>
        <translation>改为上标或下标</translation>
    </message>
    <message>
        <source>back on the line</source>
        <translation>不再是上标或下标</translation>
    </message>
    <message>
        <source>now a link to {target}</source>
        <translation>链接到 {target}</translation>
    </message>
    <message>
        <source>no link now</source>
        <translation>不再是链接</translation>
    </message>
    <message>
        <source>now marked as another language ({target})</source>
        <translation>标为其他语言（{target}）</translation>
    </message>
    <message>
        <source>now in the language of the release</source>
        <translation>与新闻稿语言相同</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>Contact sheet</source>
        <translation>小样</translation>
    </message>
    <message>
        <source>Rate photo</source>
        <translation>为照片评级</translation>
    </message>
    <message>
        <source>Rate photos</source>
        <translation>为照片评级</translation>
    </message>
    <message>
        <source>Place photos</source>
        <translation>放置照片</translation>
    </message>
    <message>
        <source>Attach photos</source>
        <translation>附上照片</translation>
    </message>
    <message>
        <source>Remove photo</source>
        <translation>移除照片</translation>
    </message>
    <message>
        <source>Remove photos</source>
        <translation>移除照片</translation>
    </message>
    <message>
        <source>No photos yet. Drop picture files or whole folders here.</source>
        <translation>还没有照片。将图片文件或整个文件夹拖到这里。</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>添加照片…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No caption</source>
        <translation>无说明</translation>
    </message>
    <message>
        <source>No credit</source>
        <translation>无署名</translation>
    </message>
    <message>
        <source>No alternative text</source>
        <translation>无替代文字</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>过小</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>No photos yet. Drop files or folders here.</source>
        <translation>还没有照片。将文件或文件夹拖到这里。</translation>
    </message>
    <message>
        <source>Every photo has a caption.</source>
        <translation>每张照片都有说明。</translation>
    </message>
    <message>
        <source>Every photo has a credit.</source>
        <translation>每张照片都有署名。</translation>
    </message>
    <message>
        <source>Every photo has an alternative text.</source>
        <translation>每张照片都有替代文字。</translation>
    </message>
    <message>
        <source>No photo is too small.</source>
        <translation>没有过小的照片。</translation>
    </message>
    <message>
        <source>Every photo is used.</source>
        <translation>每张照片都已使用。</translation>
    </message>
    <message>
        <source>In order of the release</source>
        <translation>按新闻稿顺序</translation>
    </message>
    <message>
        <source>By day taken</source>
        <translation>按拍摄日期</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By rating</source>
        <translation>按评级</translation>
    </message>
    <message>
        <source>consent refused</source>
        <translation>拒绝同意</translation>
    </message>
    <message>
        <source>consent missing</source>
        <translation>缺少同意</translation>
    </message>
    <message>
        <source>consent expired</source>
        <translation>同意已过期</translation>
    </message>
    <message>
        <source>right expired</source>
        <translation>使用权已过期</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>过小</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>blown out</source>
        <translation>过曝</translation>
    </message>
    <message>
        <source>like {name}</source>
        <translation>与 {name} 相似</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>主图</translation>
    </message>
    <message>
        <source>attached only</source>
        <translation>仅附件</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Photo without a name</source>
        <translation>未命名照片</translation>
    </message>
    <message>
        <source>{n} of 5 stars</source>
        <translation>{n} 星（共 5 星）</translation>
    </message>
    <message>
        <source>no caption</source>
        <translation>无说明</translation>
    </message>
    <message>
        <source>no credit</source>
        <translation>无署名</translation>
    </message>
    <message>
        <source>no alternative text</source>
        <translation>无替代文字</translation>
    </message>
    <message>
        <source>caption lacks {parts}</source>
        <translation>说明缺少{parts}</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>It is {px} pixels wide; a web page asks for {n}.</source>
        <translation>宽 {px} 像素；网页需要 {n}。</translation>
    </message>
    <message>
        <source>It seems blurred: its sharpest parts measure {px}, sharp ones at least {n}.</source>
        <translation>似乎模糊：最清晰处为 {px}，清晰照片至少为 {n}。</translation>
    </message>
    <message>
        <source>{px} of it is pure white, without drawing; {n} is common.</source>
        <translation>{px} 为无细节的纯白；通常为 {n}。</translation>
    </message>
    <message>
        <source>It looks like “{name}”: keep the better one.</source>
        <translation>与“{name}”相似：请保留较好的一张。</translation>
    </message>
    <message>
        <source>Those it shows refused its use.</source>
        <translation>图中人物拒绝使用。</translation>
    </message>
    <message>
        <source>Those it shows have not agreed yet.</source>
        <translation>图中人物尚未同意。</translation>
    </message>
    <message>
        <source>The consent of those it shows is over.</source>
        <translation>图中人物的同意已到期。</translation>
    </message>
    <message>
        <source>The right to use it is over.</source>
        <translation>使用权已到期。</translation>
    </message>
    <message>
        <source>In a Word file it has {dpi} dots per inch at {cm} cm; print asks for {n}.</source>
        <translation>在 Word 文件中宽 {cm} 厘米，分辨率为每英寸 {dpi} 点；印刷需要 {n} 点。</translation>
    </message>
    <message>
        <source>Parts of it are transparent: they become white.</source>
        <translation>图片有透明部分，导出时变为白色。</translation>
    </message>
    <message>
        <source>It has {n} bits a channel: exports have 8.</source>
        <translation>每通道 {n} 位；导出为 8 位。</translation>
    </message>
    <message>
        <source>It is made for print (CMYK): exports are in sRGB.</source>
        <translation>为印刷色（CMYK）；导出为 sRGB。</translation>
    </message>
    <message>
        <source>Its colours are those of “{name}”: exports are in sRGB.</source>
        <translation>色彩空间为“{name}”；导出为 sRGB。</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>Nobody to call yet.</source>
        <translation>还没有媒体联系人。</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Order of the contacts</source>
        <translation>联系人顺序</translation>
    </message>
    <message>
        <source>Remove contact</source>
        <translation>移除联系人</translation>
    </message>
    <message>
        <source>Name of the contact</source>
        <translation>联系人姓名</translation>
    </message>
    <message>
        <source>Typing in the name of a contact</source>
        <translation>输入联系人姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Typing in the role of a contact</source>
        <translation>输入联系人职务</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Typing in the organization</source>
        <translation>输入机构</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Typing in the e-mail of a contact</source>
        <translation>输入联系人电子邮件</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Typing in the phone of a contact</source>
        <translation>输入联系人电话</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>新联系人</translation>
    </message>
    <message>
        <source>An e-mail address has the form name@house.org.</source>
        <translation>电子邮件地址的格式是 name@house.org。</translation>
    </message>
    <message>
        <source>A number has the form +44 1632 960101.</source>
        <translation>电话号码的格式是 +86 10 5550 1234。</translation>
    </message>
    <message>
        <source>With the country code (+44 …) it can be called from abroad.</source>
        <translation>加上国家代码（+86 …）即可从境外拨打。</translation>
    </message>
</context>
<context>
    <name>CropControls</name>
    <message>
        <source>Focal point</source>
        <translation>焦点</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原始比例</translation>
    </message>
    <message>
        <source>Shape of the crop</source>
        <translation>裁剪比例</translation>
    </message>
    <message>
        <source>The shape that the frame keeps; 1200 × 630 is that of a link</source>
        <translation>裁剪框保持的比例；1200 × 630 用于链接</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>拉直</translation>
    </message>
    <message>
        <source>Straighten: arrow keys turn by a tenth of a degree, 0 goes back to level</source>
        <translation>拉直：方向键每次旋转 0.1 度，0 恢复水平</translation>
    </message>
    <message>
        <source>Let the arrow keys move the focal point (F); a click on the picture sets it</source>
        <translation>用方向键移动焦点(F)；单击图片设定焦点</translation>
    </message>
    <message>
        <source>Show the whole picture again; the file was never changed</source>
        <translation>重新显示整张图片；文件从未更改</translation>
    </message>
</context>
<context>
    <name>CropTool</name>
    <message>
        <source>Shape of the crop</source>
        <translation>裁剪比例</translation>
    </message>
    <message>
        <source>Focal point</source>
        <translation>焦点</translation>
    </message>
    <message>
        <source>Reset the crop</source>
        <translation>重置裁剪</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>拉直</translation>
    </message>
    <message>
        <source>{wide} by {high} pixels are shown, at {x} % from the left and {y} % from the top.</source>
        <translation>显示 {wide} × {high} 像素，距左侧 {x} %，距顶部 {y} %。</translation>
    </message>
    <message>
        <source>Turned by {} degrees.</source>
        <translation>已旋转 {} 度。</translation>
    </message>
    <message>
        <source>Focal point at {x} % and {y} %.</source>
        <translation>焦点位于 {x} % 和 {y} %。</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>No date</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>2026-03-05, 5 March 2026 or March 5, 2026. ↓ opens a calendar.</source>
        <translation>2026-03-05 或 2026年3月5日。按 ↓ 打开日历。</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>“{text}” is no day. Write 5 Mar 2026, or press ↓ for the calendar.</source>
        <translation>“{text}”不是日期。请写成 2026-03-05，或按 ↓ 打开日历。</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
</context>
<context>
    <name>DeskBar</name>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>All photos (Esc)</source>
        <translation>所有照片(Esc)</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The picture as readers get it (L)</source>
        <translation>读者看到的图片(L)</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Mark who is in the picture (P)</source>
        <translation>标记图中人物(P)</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Crop, straighten, set the focal point (C)</source>
        <translation>裁剪、拉直、设定焦点(C)</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Previous photo (Ctrl+Page Up); the cursor stays in its field</source>
        <translation>上一张照片(Ctrl+Page Up)；光标留在原字段</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>Next photo (Ctrl+Page Down); the cursor stays in its field</source>
        <translation>下一张照片(Ctrl+Page Down)；光标留在原字段</translation>
    </message>
</context>
<context>
    <name>DeskCaptions</name>
    <message>
        <source>The template has no patterns in this language</source>
        <translation>此模板没有该语言的说明模板</translation>
    </message>
    <message>
        <source>The picture’s own description</source>
        <translation>图片自身的描述</translation>
    </message>
    <message>
        <source>Pattern of a caption</source>
        <translation>说明文字模板</translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation>人物身份</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Note to editors</source>
        <translation>致编辑</translation>
    </message>
    <message>
        <source>Typing in the note to editors</source>
        <translation>输入致编辑</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>版权声明</translation>
    </message>
    <message>
        <source>Typing in the rights</source>
        <translation>输入版权声明</translation>
    </message>
    <message>
        <source>Details of the release</source>
        <translation>新闻稿详情</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>新闻稿</translation>
    </message>
    <message>
        <source>Embargo</source>
        <translation>禁发期</translation>
    </message>
    <message>
        <source>Media contacts</source>
        <translation>媒体联系人</translation>
    </message>
    <message>
        <source>Boilerplate</source>
        <translation>“关于我们”文字</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Search and addresses</source>
        <translation>搜索与网址</translation>
    </message>
    <message>
        <source>Note and rights</source>
        <translation>致编辑与版权</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发布机构</translation>
    </message>
    <message>
        <source>Typing in the issuer</source>
        <translation>输入发布机构</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Typing in the category</source>
        <translation>输入类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>发稿地点</translation>
    </message>
    <message>
        <source>Typing in the place</source>
        <translation>输入发稿地点</translation>
    </message>
    <message>
        <source>Date of the release</source>
        <translation>新闻稿日期</translation>
    </message>
    <message>
        <source>Dateline as it will print</source>
        <translation>发布时的电头</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>正文语言</translation>
    </message>
    <message>
        <source>“{}” is no language: write its name, or a tag such as de-AT.</source>
        <translation>“{}”不是一种语言：请填写语言名称，或 de-AT 这样的代码。</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>网址短名</translation>
    </message>
    <message>
        <source>Typing in the slug</source>
        <translation>输入网址短名</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Propose a slug from the headline</source>
        <translation>根据标题建议网址短名</translation>
    </message>
    <message>
        <source>Make it from the headline</source>
        <translation>根据标题生成</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Typing in the keywords</source>
        <translation>输入关键词</translation>
    </message>
    <message>
        <source>With commas between them.</source>
        <translation>用逗号分隔。</translation>
    </message>
    <message>
        <source>File names will have it as “{}”.</source>
        <translation>文件名将使用“{}”。</translation>
    </message>
    <message>
        <source>Propose slug</source>
        <translation>建议网址短名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>DictionariesDialog</name>
    <message>
        <source>Spelling Dictionaries</source>
        <translation>拼写词典</translation>
    </message>
    <message>
        <source>Dictionaries found</source>
        <translation>找到的词典</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>本机已有</translation>
    </message>
    <message>
        <source>To add a language, put the two files of its Hunspell dictionary (such as fr_FR.aff and fr_FR.dic) into the folder below, and open the release again. Dictionaries installed with LibreOffice or by the system are found by themselves.</source>
        <translation>要添加语言，请将其 Hunspell 词典的两个文件（例如 fr_FR.aff 和 fr_FR.dic）放入下面的文件夹，然后重新打开新闻稿。随 LibreOffice 或系统安装的词典会自动找到。</translation>
    </message>
    <message>
        <source>Folder of your dictionaries</source>
        <translation>您的词典文件夹</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>其他语言</translation>
    </message>
    <message>
        <source>Open &amp;Folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>your folder</source>
        <translation>您的文件夹</translation>
    </message>
    <message>
        <source>comes with PressDesk</source>
        <translation>随 PressDesk 提供</translation>
    </message>
    <message>
        <source>this system</source>
        <translation>本系统</translation>
    </message>
</context>
<context>
    <name>DifferenceNote</name>
    <message>
        <source>{}: the file says different things.</source>
        <translation>{}：文件中的内容不一致。</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Take what {source} says: {words}</source>
        <translation>采用 {source} 的内容：{words}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>撤销“{step}”(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>重做“{step}”(&amp;R)</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Embargo {when}</source>
        <translation>禁发至 {when}</translation>
    </message>
</context>
<context>
    <name>EmbargoBadge</name>
    <message>
        <source>Set the embargo in the details</source>
        <translation>在“详情”中设置禁发期</translation>
    </message>
</context>
<context>
    <name>EmbargoField</name>
    <message>
        <source>Hold back until</source>
        <translation>禁发至</translation>
    </message>
    <message>
        <source>Day of the embargo</source>
        <translation>禁发期截止日期</translation>
    </message>
    <message>
        <source>Hour of the embargo</source>
        <translation>禁发期截止时间</translation>
    </message>
    <message>
        <source>Time zone of the embargo</source>
        <translation>禁发期时区</translation>
    </message>
    <message>
        <source>The second time</source>
        <translation>后一次</translation>
    </message>
    <message>
        <source>This zone is not known; UTC is meant.</source>
        <translation>无法识别此时区，按 UTC 计算。</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>This hour is over: exports no longer name an embargo.</source>
        <translation>此时刻已过：导出时不再注明禁发期。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>“{}” is no time zone: write a city, or +08:00.</source>
        <translation>“{}”不是时区：请填写城市，或 +08:00。</translation>
    </message>
    <message>
        <source>Set embargo</source>
        <translation>设置禁发期</translation>
    </message>
    <message>
        <source>Lift embargo</source>
        <translation>解除禁发期</translation>
    </message>
    <message>
        <source>Clocks go back on this day: this hour comes twice.</source>
        <translation>当天时钟回拨：这一时刻会出现两次。</translation>
    </message>
    <message>
        <source>Clocks go forward on this day and leave {} out.</source>
        <translation>当天时钟拨快，没有 {} 这一时刻。</translation>
    </message>
</context>
<context>
    <name>EventFields</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Typing in the event</source>
        <translation>输入活动</translation>
    </message>
    <message>
        <source>First day of the event</source>
        <translation>活动首日</translation>
    </message>
    <message>
        <source>Last day of the event</source>
        <translation>活动末日</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Typing in the place of the event</source>
        <translation>输入活动地点</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Typing in the web page</source>
        <translation>输入网页</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>末日早于首日。</translation>
    </message>
    <message>
        <source>It has to begin with https:// or http://.</source>
        <translation>必须以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>Event: {}</source>
        <translation>活动：{}</translation>
    </message>
    <message>
        <source>Day of the event</source>
        <translation>活动日期</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>&amp;Word document</source>
        <translation>Word 文档(&amp;W)</translation>
    </message>
    <message>
        <source>Web page with &amp;photos beside it</source>
        <translation>网页，照片另存(&amp;P)</translation>
    </message>
    <message>
        <source>Web page &amp;in one file</source>
        <translation>单文件网页(&amp;I)</translation>
    </message>
    <message>
        <source>P&amp;lain text</source>
        <translation>纯文本(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Markdown with photos beside it</source>
        <translation>Markdown，照片另存(&amp;M)</translation>
    </message>
    <message>
        <source>Press &amp;kit: photos, captions and rights in one file</source>
        <translation>媒体资料包：照片、说明和版权合为一个文件(&amp;K)</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>模板(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Draft: stamped with version and date</source>
        <translation>草稿：注明版本和日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Final: for publication</source>
        <translation>定稿：供发布(&amp;F)</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Folder for the Export</source>
        <translation>导出文件夹</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>尚缺</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>出了什么问题</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Choose a template that is installed.</source>
        <translation>请选择已安装的模板。</translation>
    </message>
    <message>
        <source>These files will be written</source>
        <translation>将写入以下文件</translation>
    </message>
    <message>
        <source>Errors: {0}. A final may have none: mend them, or export a draft.</source>
        <translation>错误：{0} 处。定稿不能有错误：请先改正，或导出草稿。</translation>
    </message>
    <message>
        <source>Mend the errors first: no file can be made with them.</source>
        <translation>请先改正错误：有错误就无法生成文件。</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>请至少选择一种格式。</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请选择文件夹。</translation>
    </message>
    <message>
        <source>“{0}” is a file. Choose a folder.</source>
        <translation>“{0}”是文件。请选择文件夹。</translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation>已取消。没有写入任何文件。</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>已写入 {0}</translation>
    </message>
    <message>
        <source>Photos beside them: {0}.</source>
        <translation>旁附照片：{0}。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Fault in PressDesk</source>
        <translation>PressDesk 故障</translation>
    </message>
    <message>
        <source>PressDesk met a fault of its own.</source>
        <translation>PressDesk 自身出现故障。</translation>
    </message>
    <message>
        <source>What you asked for last may not be done.</source>
        <translation>您最后的操作可能没有完成。</translation>
    </message>
    <message>
        <source>Your text is as it was on the page. Save a copy now, to be sure.</source>
        <translation>文字仍如页面所示。为稳妥起见，请现在保存一份副本。</translation>
    </message>
    <message>
        <source>The log is at {0}</source>
        <translation>日志位于 {0}</translation>
    </message>
    <message>
        <source>Copy &amp;Details</source>
        <translation>复制详情(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save a Copy…</source>
        <translation>保存副本(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Caption</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>发稿地点</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Boilerplate</source>
        <translation>“关于我们”文字</translation>
    </message>
    <message>
        <source>Media contact</source>
        <translation>媒体联系人</translation>
    </message>
    <message>
        <source>Note to editors</source>
        <translation>致编辑</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>替代文字</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>图片署名</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>版权</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发布机构</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>版权声明</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Embargo</source>
        <translation>禁发期</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>网址短名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>发言人</translation>
    </message>
    <message>
        <source>Place of the event</source>
        <translation>活动地点</translation>
    </message>
    <message>
        <source>Web address of the event</source>
        <translation>活动网址</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>The name prints as</source>
        <translation>姓名写作</translation>
    </message>
    <message>
        <source>Name in its own script</source>
        <translation>本国文字姓名</translation>
    </message>
    <message>
        <source>Part in the event</source>
        <translation>活动中的身份</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Title of the photo</source>
        <translation>照片标题</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Usage terms</source>
        <translation>使用条款</translation>
    </message>
    <message>
        <source>Terms on the web</source>
        <translation>网上条款</translation>
    </message>
    <message>
        <source>Long description</source>
        <translation>详细描述</translation>
    </message>
    <message>
        <source>Title or reference</source>
        <translation>标题或编号</translation>
    </message>
    <message>
        <source>Creator’s job title</source>
        <translation>作者职务</translation>
    </message>
    <message>
        <source>Caption writer</source>
        <translation>说明撰写人</translation>
    </message>
    <message>
        <source>Building, street or quarter</source>
        <translation>建筑、街道或地段</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>State or province</source>
        <translation>州或省</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Country code</source>
        <translation>国家代码</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>制作方式</translation>
    </message>
    <message>
        <source>Decorative</source>
        <translation>装饰性图片</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>拍摄日期</translation>
    </message>
    <message>
        <source>People in the picture</source>
        <translation>图中人物</translation>
    </message>
    <message>
        <source>Marked in the picture</source>
        <translation>图中标注的人</translation>
    </message>
    <message>
        <source>What is shown of it</source>
        <translation>显示范围</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评级</translation>
    </message>
    <message>
        <source>Consent of the people shown</source>
        <translation>图中人物的同意</translation>
    </message>
    <message>
        <source>Consent until</source>
        <translation>同意期限</translation>
    </message>
    <message>
        <source>Use until</source>
        <translation>使用期限</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>exists</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>is replaced</source>
        <translation>将被替换</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Releases (*.press);;All files (*)</source>
        <translation>新闻稿 (*.press);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Texts ({kinds})</source>
        <translation>文本 ({kinds})</translation>
    </message>
    <message>
        <source>release</source>
        <translation>新闻稿</translation>
    </message>
    <message>
        <source>Releases (*.press)</source>
        <translation>新闻稿 (*.press)</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>“{name}” is there already. Saving under this name replaces it.</source>
        <translation>“{name}”已存在。以此名称保存会将其替换。</translation>
    </message>
    <message>
        <source>Keep It</source>
        <translation>保留原文件</translation>
    </message>
    <message>
        <source>Replace It</source>
        <translation>替换原文件</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>“{name}” was not written.</source>
        <translation>未能写入“{name}”。</translation>
    </message>
    <message>
        <source>{user} has it open.</source>
        <translation>{user} 已将其打开。</translation>
    </message>
    <message>
        <source>That file is unchanged.</source>
        <translation>该文件没有改动。</translation>
    </message>
    <message>
        <source>Save under another name.</source>
        <translation>请以其他名称保存。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>New release</source>
        <translation>新的新闻稿</translation>
    </message>
    <message>
        <source>“{name}” has changes that are not saved. What you discard can be brought back for 30 days (File, Recover Unsaved Work).</source>
        <translation>“{name}”有未保存的更改。放弃的内容在 30 天内可以找回（“文件”菜单中的“恢复未保存的内容”）。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard Changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Saved, but no version of it is kept here. {why}</source>
        <translation>已保存，但本机没有保留其版本。{why}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Order of the photos</source>
        <translation>照片顺序</translation>
    </message>
    <message numerus="yes">
        <source>{filter}: %n photo(s)</source>
        <translation>
            <numerusform>{filter}：%n 张照片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>区分大小写(&amp;C)</translation>
    </message>
    <message>
        <source>Whole &amp;words</source>
        <translation>全字匹配(&amp;W)</translation>
    </message>
    <message>
        <source>All hits</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>上一个结果 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>下一个结果 (Enter)</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>列表(&amp;L)</translation>
    </message>
    <message>
        <source>List of all hits</source>
        <translation>所有结果的列表</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>全部替换(&amp;A)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 个，共 {1} 个</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Replaced: {0}</source>
        <translation>已替换：{0} 处</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>FontChoice</name>
    <message>
        <source>The program’s choice</source>
        <translation>程序默认</translation>
    </message>
</context>
<context>
    <name>ForeignPaste</name>
    <message>
        <source>Pasted without {what}.</source>
        <translation>粘贴时已略去：{what}。</translation>
    </message>
</context>
<context>
    <name>HistoryDialogs</name>
    <message>
        <source>Looking for unsaved work</source>
        <translation>正在查找未保存的内容</translation>
    </message>
    <message>
        <source>The journal of unsaved work and versions was damaged. What could still be read of it is back; some may be missing. The damaged one is “{file}”.</source>
        <translation>未保存内容和版本的日志已损坏。仍可读取的内容已恢复，可能有部分缺失。损坏的日志保留为“{file}”。</translation>
    </message>
    <message>
        <source>Damaged Journal</source>
        <translation>日志已损坏</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Save yours under another name.</source>
        <translation>请将您的内容以其他名称保存。</translation>
    </message>
    <message>
        <source>Recovered up to {when}</source>
        <translation>恢复至 {when}</translation>
    </message>
    <message>
        <source>In the file now</source>
        <translation>文件中的当前内容</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>上次保存</translation>
    </message>
    <message>
        <source>release</source>
        <translation>新闻稿</translation>
    </message>
    <message>
        <source>{name} (recovered)</source>
        <translation>{name}（已恢复）</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Releases (*.press)</source>
        <translation>新闻稿 (*.press)</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Discarding</source>
        <translation>正在放弃</translation>
    </message>
    <message>
        <source>{user} saved or took over “{name}” since you opened it. That file is untouched. Yours is saved beside it as “{copy}”, and you go on in that.</source>
        <translation>自您打开以来，{user} 保存或接手了“{name}”。该文件未被改动。您的内容已另存在旁边，名为“{copy}”，您将在其中继续编辑。</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Saved as a Copy</source>
        <translation>已存为副本</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Open Theirs</source>
        <translation>打开对方的版本</translation>
    </message>
    <message>
        <source>Theirs: {name}</source>
        <translation>对方：{name}</translation>
    </message>
    <message>
        <source>Yours: {name}</source>
        <translation>您的：{name}</translation>
    </message>
    <message>
        <source>Open the Copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>Reading versions</source>
        <translation>正在读取版本</translation>
    </message>
    <message>
        <source>Restore version {number}</source>
        <translation>恢复版本 {number}</translation>
    </message>
    <message>
        <source>{name} (version {number})</source>
        <translation>{name}（版本 {number}）</translation>
    </message>
    <message>
        <source>On the page now</source>
        <translation>页面上的当前内容</translation>
    </message>
    <message>
        <source>Version {number}, {when}</source>
        <translation>版本 {number}，{when}</translation>
    </message>
    <message>
        <source>Looking for the folder of the journal</source>
        <translation>正在查看日志所在的文件夹</translation>
    </message>
    <message>
        <source>PressDesk keeps what you type in “{folder}”, which is on a network. If the network fails, it may not be safe there. Start PressDesk with a folder on this computer: pressdesk --profile FOLDER.</source>
        <translation>PressDesk 将您输入的内容保存在“{folder}”，该文件夹位于网络上。网络中断时，内容可能不安全。请用本机上的文件夹启动 PressDesk：pressdesk --profile FOLDER。</translation>
    </message>
    <message>
        <source>Folder on a Network</source>
        <translation>文件夹位于网络上</translation>
    </message>
</context>
<context>
    <name>HourField</name>
    <message>
        <source>09:00, 9.30, 3 pm. ↑ and ↓ go on by a quarter of an hour.</source>
        <translation>例如 09:00、9.30、15:00。↑ 和 ↓ 每次调整一刻钟。</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Move up: {}</source>
        <translation>上移：{}</translation>
    </message>
    <message>
        <source>Move down: {}</source>
        <translation>下移：{}</translation>
    </message>
    <message>
        <source>Remove: {}</source>
        <translation>移除：{}</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search for a command or a key</source>
        <translation>搜索命令或按键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>No command and no key has these letters.</source>
        <translation>没有包含这些字的命令或按键。</translation>
    </message>
    <message>
        <source>Copy as &amp;Text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>LampRow</name>
    <message>
        <source>The caption lacks: {0}</source>
        <translation>图片说明缺少：{0}</translation>
    </message>
    <message>
        <source>The caption lacks nothing</source>
        <translation>图片说明完整</translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message>
        <source>who</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>when</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>alt</source>
        <translation>替代文字</translation>
    </message>
    <message>
        <source>The caption says who is in the picture.</source>
        <translation>图片说明写明了图中人物。</translation>
    </message>
    <message>
        <source>The caption does not say who is in the picture.</source>
        <translation>图片说明没有写明图中人物。</translation>
    </message>
    <message>
        <source>The caption says where the picture was taken.</source>
        <translation>图片说明写明了拍摄地点。</translation>
    </message>
    <message>
        <source>The caption does not say where the picture was taken.</source>
        <translation>图片说明没有写明拍摄地点。</translation>
    </message>
    <message>
        <source>The caption says when the picture was taken.</source>
        <translation>图片说明写明了拍摄时间。</translation>
    </message>
    <message>
        <source>The caption does not say when the picture was taken.</source>
        <translation>图片说明没有写明拍摄时间。</translation>
    </message>
    <message>
        <source>The picture has a credit.</source>
        <translation>图片有署名。</translation>
    </message>
    <message>
        <source>The picture has no credit.</source>
        <translation>图片没有署名。</translation>
    </message>
    <message>
        <source>The picture is described for people who cannot see it.</source>
        <translation>图片有供视障读者使用的替代文字。</translation>
    </message>
    <message>
        <source>The picture is not described for people who cannot see it.</source>
        <translation>图片没有供视障读者使用的替代文字。</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>斯洛伐克语</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>匈牙利语</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>保加利亚语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation>书面挪威语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>爱沙尼亚语</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>拉脱维亚语</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>立陶宛语</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>斯洛文尼亚语</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>克罗地亚语</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>塞尔维亚语</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>加泰罗尼亚语</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>爱尔兰语</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>威尔士语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Bangla</source>
        <translation>孟加拉语</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>泰米尔语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印度尼西亚语</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>马来语</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯语</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>乌尔都语</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>斯瓦希里语</translation>
    </message>
    <message>
        <source>Simplified Han</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional Han</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>巴西</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Change Link</source>
        <translation>更改链接</translation>
    </message>
    <message>
        <source>Insert Link</source>
        <translation>插入链接</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Shown text</source>
        <translation>显示文字</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Shown &amp;text</source>
        <translation>显示文字(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Remove Link</source>
        <translation>移除链接(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Set Link</source>
        <translation>设置链接(&amp;S)</translation>
    </message>
    <message>
        <source>Type the address of a page, an e-mail address or a telephone number.</source>
        <translation>请输入网址、电子邮件地址或电话号码。</translation>
    </message>
    <message>
        <source>This can be no link. A link begins with https:, http:, mailto: or tel:, or is a page such as www.example.org.</source>
        <translation>这不能作为链接。链接以 https:、http:、mailto: 或 tel: 开头，或是 www.example.org 这样的网址。</translation>
    </message>
    <message>
        <source>Leads to {0}</source>
        <translation>指向 {0}</translation>
    </message>
</context>
<context>
    <name>LockKeeper</name>
    <message>
        <source>Others will not see that you have this open. Changes by others are still noticed when you save.</source>
        <translation>他人看不到您已打开此文件。保存时仍会发现他人的更改。</translation>
    </message>
    <message>
        <source>Open for Reading</source>
        <translation>只读打开</translation>
    </message>
    <message>
        <source>Edit a Copy</source>
        <translation>编辑副本</translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation>接手编辑</translation>
    </message>
    <message>
        <source>Nothing is lost either way: if you take over, what they save from then on goes into a copy beside it.</source>
        <translation>无论怎样选择都不会丢失内容：如果您接手编辑，对方此后保存的内容会存入旁边的副本。</translation>
    </message>
    <message>
        <source>Release Open Elsewhere</source>
        <translation>新闻稿已在别处打开</translation>
    </message>
    <message>
        <source>Telling others that it is open</source>
        <translation>正在告知他人此文件已打开</translation>
    </message>
    <message>
        <source>{user} has “{name}” open on {host}, since {since} (last active {beat}).</source>
        <translation>{user} 自 {since} 起在 {host} 上打开了“{name}”（最近活动：{beat}）。</translation>
    </message>
    <message>
        <source>What you save now goes into a copy beside it.</source>
        <translation>您现在保存的内容会存入旁边的副本。</translation>
    </message>
    <message>
        <source>Somebody has “{name}” open.</source>
        <translation>有人已打开“{name}”。</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
</context>
<context>
    <name>LookTool</name>
    <message>
        <source>In the picture: {}.</source>
        <translation>图中：{}。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“{name}” beside it is the same release with other text.</source>
        <translation>旁边的“{name}”是同一份新闻稿，但文字不同。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>New release</source>
        <translation>新的新闻稿</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>{name}, for reading</source>
        <translation>{name}，只读</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{name}, outside of the crop</source>
        <translation>{name}，在裁剪范围外</translation>
    </message>
    <message>
        <source>front</source>
        <translation>前排</translation>
    </message>
    <message>
        <source>back</source>
        <translation>后排</translation>
    </message>
    <message>
        <source>row {}</source>
        <translation>第 {} 排</translation>
    </message>
</context>
<context>
    <name>MentionPopup</name>
    <message>
        <source>People to mention</source>
        <translation>可提及的人物</translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Typing in: {field}</source>
        <translation>输入：{field}</translation>
    </message>
    <message>
        <source>More ({n} filled in)</source>
        <translation>更多（已填 {n} 项）</translation>
    </message>
    <message>
        <source>Two or three letters: NO, CHN.</source>
        <translation>两个或三个字母：NO、CHN。</translation>
    </message>
    <message>
        <source>It begins with https://.</source>
        <translation>以 https:// 开头。</translation>
    </message>
    <message>
        <source>Of the place that the picture shows.</source>
        <translation>指图中所示的地点。</translation>
    </message>
    <message>
        <source>What the alternative text has no room for, such as a chart’s figures.</source>
        <translation>替代文字写不下的内容，例如图表中的数字。</translation>
    </message>
</context>
<context>
    <name>NamePopup</name>
    <message>
        <source>Who is it?</source>
        <translation>这是谁？</translation>
    </message>
    <message>
        <source>Who is it? Type a name</source>
        <translation>这是谁？请输入姓名</translation>
    </message>
    <message>
        <source>People of the release</source>
        <translation>新闻稿中的人物</translation>
    </message>
    <message>
        <source>“{}”, in this picture only</source>
        <translation>“{}”，仅在此图中</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>PackChoice</name>
    <message>
        <source>“{0}”, which is not installed</source>
        <translation>“{0}”，未安装</translation>
    </message>
</context>
<context>
    <name>PageFoot</name>
    <message>
        <source>End mark</source>
        <translation>文末标记</translation>
    </message>
    <message>
        <source>What the template prints below the body</source>
        <translation>模板在正文之后印出的内容</translation>
    </message>
    <message>
        <source>Boilerplate</source>
        <translation>“关于我们”文字</translation>
    </message>
    <message>
        <source>No boilerplate yet</source>
        <translation>还没有“关于我们”文字</translation>
    </message>
    <message>
        <source>No media contact yet</source>
        <translation>还没有媒体联系人</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Deck: one sentence that carries the headline on</source>
        <translation>副题：用一句话补充标题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place of the dateline</source>
        <translation>电头中的地点</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>发稿地点</translation>
    </message>
    <message>
        <source>Date of the dateline</source>
        <translation>电头中的日期</translation>
    </message>
    <message>
        <source>Dateline as it will print</source>
        <translation>发布时的电头</translation>
    </message>
    <message>
        <source>Typing in the category</source>
        <translation>输入类别</translation>
    </message>
    <message>
        <source>Typing in the headline</source>
        <translation>输入标题</translation>
    </message>
    <message>
        <source>Typing in the deck</source>
        <translation>输入副题</translation>
    </message>
    <message>
        <source>Typing in the place</source>
        <translation>输入发稿地点</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) in the headline</source>
        <translation>
            <numerusform>标题共 %n 个字符</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagePhotos</name>
    <message>
        <source>Scaling a photo for the preview</source>
        <translation>正在为预览缩放照片</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>No name yet</source>
        <translation>尚无姓名</translation>
    </message>
    <message>
        <source>Speaker {}: {}</source>
        <translation>发言人 {}：{}</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>发言人</translation>
    </message>
    <message>
        <source>Nobody speaks yet.</source>
        <translation>还没有发言人。</translation>
    </message>
    <message>
        <source>Also named</source>
        <translation>其他人物</translation>
    </message>
    <message>
        <source>Nobody else is named.</source>
        <translation>没有其他人物。</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Nobody is named yet. Speakers are listed in the release, in their order.</source>
        <translation>还没有人物。发言人会按此顺序列在新闻稿中。</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>添加人物</translation>
    </message>
    <message>
        <source>Add speaker</source>
        <translation>添加发言人</translation>
    </message>
    <message>
        <source>Remove person</source>
        <translation>移除人物</translation>
    </message>
    <message>
        <source>Order of the people</source>
        <translation>人物顺序</translation>
    </message>
    <message>
        <source>Add somebody who is named but does not speak</source>
        <translation>添加文中提到但不发言的人物</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>人物资料</translation>
    </message>
</context>
<context>
    <name>PeopleTool</name>
    <message>
        <source>Nobody is marked. Insert marks a face in the middle of the picture.</source>
        <translation>尚未标记任何人。按 Insert 在图片中央标记一张面孔。</translation>
    </message>
    <message>
        <source>Marked: {}.</source>
        <translation>已标记：{}。</translation>
    </message>
    <message>
        <source>Mark {number} of {count}: {who}.</source>
        <translation>标记 {number}/{count}：{who}。</translation>
    </message>
    <message>
        <source>Move a mark</source>
        <translation>移动标记</translation>
    </message>
    <message>
        <source>Remove a mark</source>
        <translation>移除标记</translation>
    </message>
    <message>
        <source>Name a mark</source>
        <translation>命名标记</translation>
    </message>
    <message>
        <source>Resize a mark</source>
        <translation>调整标记大小</translation>
    </message>
    <message>
        <source>Mark a person</source>
        <translation>标记人物</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>People of the release</source>
        <translation>新闻稿中的人物</translation>
    </message>
    <message>
        <source>Alt+↑ and Alt+↓ change the order</source>
        <translation>Alt+↑ 和 Alt+↓ 调整顺序</translation>
    </message>
</context>
<context>
    <name>PersonDelegate</name>
    <message>
        <source>No name yet</source>
        <translation>尚无姓名</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Typing in the given name</source>
        <translation>输入名</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Typing in the family name</source>
        <translation>输入姓</translation>
    </message>
    <message>
        <source>Name in its own script</source>
        <translation>本国文字姓名</translation>
    </message>
    <message>
        <source>Typing in the name</source>
        <translation>输入姓名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Typing in the title</source>
        <translation>输入职务</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Typing in the organization</source>
        <translation>输入机构</translation>
    </message>
    <message>
        <source>Part in the event</source>
        <translation>活动中的身份</translation>
    </message>
    <message>
        <source>Typing in the part</source>
        <translation>输入活动中的身份</translation>
    </message>
    <message>
        <source>such as moderator</source>
        <translation>例如主持人</translation>
    </message>
    <message>
        <source>How the name prints</source>
        <translation>姓名的印出形式</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the person</source>
        <translation>移除此人物</translation>
    </message>
    <message>
        <source>Prints first as “{}”, later as “{}”.</source>
        <translation>首次出现写作“{}”，之后写作“{}”。</translation>
    </message>
    <message>
        <source>Only named</source>
        <translation>改为仅提及</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>改为发言人</translation>
    </message>
    <message>
        <source>Put among those also named</source>
        <translation>归入其他人物</translation>
    </message>
    <message>
        <source>Put among the speakers</source>
        <translation>归入发言人</translation>
    </message>
    <message>
        <source>Order of the name</source>
        <translation>姓名顺序</translation>
    </message>
    <message>
        <source>The name prints as</source>
        <translation>姓名写作</translation>
    </message>
    <message>
        <source>Given name first</source>
        <translation>名在前</translation>
    </message>
    <message>
        <source>Family name first</source>
        <translation>姓在前</translation>
    </message>
    <message>
        <source>1 quote</source>
        <translation>1 段引语</translation>
    </message>
    <message>
        <source>{} quotes</source>
        <translation>{} 段引语</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 张照片</translation>
    </message>
    <message>
        <source>{} photos</source>
        <translation>{} 张照片</translation>
    </message>
    <message>
        <source>In {} and {}.</source>
        <translation>见于 {}和 {}。</translation>
    </message>
    <message>
        <source>In {}.</source>
        <translation>见于 {}。</translation>
    </message>
    <message>
        <source>In no quote and no photo yet.</source>
        <translation>尚未出现在引语或照片中。</translation>
    </message>
</context>
<context>
    <name>PhotoActions</name>
    <message>
        <source>Make lead</source>
        <translation>设为主图</translation>
    </message>
    <message>
        <source>Place on page</source>
        <translation>放入页面</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>附上</translation>
    </message>
    <message>
        <source>Make it the first picture of the page</source>
        <translation>设为页面的第一张图片</translation>
    </message>
    <message>
        <source>Give it a place in the text, where the cursor is</source>
        <translation>放入正文光标所在处</translation>
    </message>
    <message>
        <source>Send it with the release, without a place on the page</source>
        <translation>随稿附上，不放入页面</translation>
    </message>
</context>
<context>
    <name>PhotoCaptions</name>
    <message>
        <source>No caption yet.</source>
        <translation>还没有图片说明。</translation>
    </message>
    <message>
        <source>Caption on the page</source>
        <translation>页面上的图片说明</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go to the photo on the page</source>
        <translation>转到页面上的照片</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>Typing in the caption</source>
        <translation>输入图片说明</translation>
    </message>
</context>
<context>
    <name>PhotoDesk</name>
    <message>
        <source>Photo desk</source>
        <translation>图片工作台</translation>
    </message>
</context>
<context>
    <name>PhotoDeskKeys</name>
    <message>
        <source>Photo desk</source>
        <translation>图片工作台</translation>
    </message>
    <message>
        <source>Quick look at a photo of the contact sheet</source>
        <translation>快速查看小样中的照片</translation>
    </message>
    <message>
        <source>Rate the chosen photos</source>
        <translation>为所选照片评级</translation>
    </message>
    <message>
        <source>Caption the chosen photo</source>
        <translation>为所选照片写说明</translation>
    </message>
    <message>
        <source>Use the chosen photos on the page</source>
        <translation>在页面上使用所选照片</translation>
    </message>
    <message>
        <source>Attach the chosen photos</source>
        <translation>附加所选照片</translation>
    </message>
    <message>
        <source>Remove the chosen photos</source>
        <translation>移除所选照片</translation>
    </message>
    <message>
        <source>Quick look: pixel by pixel, or whole</source>
        <translation>快速查看：逐像素或全图</translation>
    </message>
    <message>
        <source>Back to all photos</source>
        <translation>返回所有照片</translation>
    </message>
    <message>
        <source>Next photo, in the same field</source>
        <translation>下一张照片，同一字段</translation>
    </message>
    <message>
        <source>Previous photo, in the same field</source>
        <translation>上一张照片，同一字段</translation>
    </message>
    <message>
        <source>Between picture and fields</source>
        <translation>在图片与字段间切换</translation>
    </message>
    <message>
        <source>Patterns for the caption</source>
        <translation>说明文字模板</translation>
    </message>
    <message>
        <source>Next place of a pattern to fill in</source>
        <translation>模板的下一个待填处</translation>
    </message>
    <message>
        <source>Picture: look, mark people, crop</source>
        <translation>图片：查看、标记人物、裁剪</translation>
    </message>
    <message>
        <source>Picture: closer, less close, all of it</source>
        <translation>图片：放大、缩小、全图</translation>
    </message>
    <message>
        <source>People: mark one more</source>
        <translation>人物：再标记一个</translation>
    </message>
    <message>
        <source>People: next mark</source>
        <translation>人物：下一个标记</translation>
    </message>
    <message>
        <source>People: name the mark</source>
        <translation>人物：命名标记</translation>
    </message>
    <message>
        <source>People: remove the mark</source>
        <translation>人物：移除标记</translation>
    </message>
    <message>
        <source>Crop: turn by a degree</source>
        <translation>裁剪：旋转一度</translation>
    </message>
    <message>
        <source>Crop: turn finely</source>
        <translation>裁剪：微量旋转</translation>
    </message>
    <message>
        <source>Crop: move the focal point by arrow keys</source>
        <translation>裁剪：用方向键移动焦点</translation>
    </message>
</context>
<context>
    <name>PhotoFacts</name>
    <message>
        <source>Reading a photo</source>
        <translation>正在读取照片</translation>
    </message>
</context>
<context>
    <name>PhotoFault</name>
    <message>
        <source>This picture can’t be shown. {} Add the same file again, or remove it.</source>
        <translation>无法显示这张图片。{} 请再次添加同一文件，或将其移除。</translation>
    </message>
</context>
<context>
    <name>PhotoFields</name>
    <message>
        <source>Decorative</source>
        <translation>装饰性图片</translation>
    </message>
    <message>
        <source>from file</source>
        <translation>取自文件</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>替代文字</translation>
    </message>
    <message>
        <source>Typing in the alternative text</source>
        <translation>输入替代文字</translation>
    </message>
    <message>
        <source>The picture says nothing that the text does not</source>
        <translation>图片只起装饰作用，内容文中都已写明</translation>
    </message>
    <message>
        <source>Screen readers pass over it.</source>
        <translation>屏幕阅读器会跳过它。</translation>
    </message>
    <message>
        <source>Say what the picture shows to people who can’t see it.</source>
        <translation>向看不到图片的读者说明画面内容。</translation>
    </message>
    <message>
        <source>{} of {} characters.</source>
        <translation>{} / {} 个字符。</translation>
    </message>
    <message>
        <source>It is read aloud in one go: shorter is easier to follow.</source>
        <translation>替代文字会被一次读完：越短越容易听懂。</translation>
    </message>
    <message>
        <source>Decorative photo</source>
        <translation>装饰性照片</translation>
    </message>
</context>
<context>
    <name>PhotoFile</name>
    <message>
        <source>The picture file</source>
        <translation>图片文件</translation>
    </message>
    <message>
        <source>{} × {} pixels</source>
        <translation>{} × {} 像素</translation>
    </message>
    <message>
        <source>Taken {}</source>
        <translation>拍摄于 {}</translation>
    </message>
    <message>
        <source>Left out of every export: {}</source>
        <translation>导出时一律略去：{}</translation>
    </message>
    <message>
        <source>Its XMP description can’t be read and is passed over.</source>
        <translation>无法读取其 XMP 描述，已略过。</translation>
    </message>
    <message>
        <source>It holds several pictures; the first is used.</source>
        <translation>文件含多张图片，使用第一张。</translation>
    </message>
    <message>
        <source>It is made for print without a colour profile: its colours are guessed.</source>
        <translation>为印刷色且无色彩配置文件，颜色是估计的。</translation>
    </message>
    <message>
        <source>position</source>
        <translation>拍摄位置</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>设备序列号</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>设备所有者</translation>
    </message>
    <message>
        <source>thumbnail</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>maker note</source>
        <translation>厂商注释</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>PhotoForm</name>
    <message>
        <source>People in the picture</source>
        <translation>图中人物</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>图片署名</translation>
    </message>
    <message>
        <source>Typing in the credit</source>
        <translation>输入图片署名</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Typing in the creator</source>
        <translation>输入作者</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>版权</translation>
    </message>
    <message>
        <source>Typing in the copyright</source>
        <translation>输入版权</translation>
    </message>
    <message>
        <source>Usage terms</source>
        <translation>使用条款</translation>
    </message>
    <message>
        <source>Typing in the usage terms</source>
        <translation>输入使用条款</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Typing in the description</source>
        <translation>输入描述</translation>
    </message>
    <message>
        <source>From left to right; Alt+↑ and Alt+↓ change the order.</source>
        <translation>从左到右排列；Alt+↑ 和 Alt+↓ 调整顺序。</translation>
    </message>
</context>
<context>
    <name>PhotoIntake</name>
    <message>
        <source>Reading photos</source>
        <translation>正在读取照片</translation>
    </message>
    <message>
        <source>There is no picture in this folder.</source>
        <translation>此文件夹中没有图片。</translation>
    </message>
    <message>
        <source>It has {} MB; the limit is 60 MB. Save it smaller.</source>
        <translation>文件大小为 {} MB，上限为 60 MB。请缩小后保存。</translation>
    </message>
    <message>
        <source>It is a drawing ({}) and no photo. Save it as PNG or JPEG.</source>
        <translation>这是矢量图 ({})，不是照片。请另存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>It can’t be read: {}.</source>
        <translation>无法读取：{}。</translation>
    </message>
</context>
<context>
    <name>PhotoPeople</name>
    <message>
        <source>No name yet</source>
        <translation>尚无姓名</translation>
    </message>
</context>
<context>
    <name>PhotosModel</name>
    <message>
        <source>Photo without a name</source>
        <translation>未命名照片</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>主图</translation>
    </message>
    <message>
        <source>attached only</source>
        <translation>仅附件</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>lacks {}</source>
        <translation>缺少{}</translation>
    </message>
    <message>
        <source>Photo {}: {}</source>
        <translation>照片 {}：{}</translation>
    </message>
</context>
<context>
    <name>PhotosPanel</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>No photos yet. Drop picture files here or on the page.</source>
        <translation>还没有照片。请将图片文件拖到这里或页面上。</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>添加照片…</translation>
    </message>
    <message>
        <source>Make lead photo</source>
        <translation>设为主图</translation>
    </message>
    <message>
        <source>Remove photo</source>
        <translation>移除照片</translation>
    </message>
    <message>
        <source>Attach photo</source>
        <translation>附上照片</translation>
    </message>
    <message>
        <source>Photo desk…</source>
        <translation>图片工作台…</translation>
    </message>
    <message>
        <source>All photos at a glance, and their captions one after the other</source>
        <translation>一览所有照片，并逐张撰写说明</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>照片资料</translation>
    </message>
    <message>
        <source>Take it out of the release, with every use of it</source>
        <translation>从新闻稿中移除，包括所有使用之处</translation>
    </message>
</context>
<context>
    <name>PhotosView</name>
    <message>
        <source>Photos of the release</source>
        <translation>新闻稿中的照片</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>The picture is being read …</source>
        <translation>正在读取图片…</translation>
    </message>
    <message>
        <source>Picture {}</source>
        <translation>图片 {}</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Scaling a photo</source>
        <translation>正在缩放照片</translation>
    </message>
    <message>
        <source>Its bytes, kept until the release is saved, are damaged or gone.</source>
        <translation>其数据在新闻稿保存前暂存，现已损坏或丢失。</translation>
    </message>
    <message>
        <source>Its bytes in the release’s file are damaged.</source>
        <translation>其数据在新闻稿文件中已损坏。</translation>
    </message>
</context>
<context>
    <name>PreviewDock</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Open Link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Open in Browser</source>
        <translation>在浏览器中打开</translation>
    </message>
</context>
<context>
    <name>PreviewHeader</name>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Word page</source>
        <translation>Word 页面</translation>
    </message>
    <message>
        <source>Show the web page as it will be exported</source>
        <translation>显示将要导出的网页</translation>
    </message>
    <message>
        <source>Show the pages of the Word file, as LibreOffice lays them out</source>
        <translation>显示由 LibreOffice 排版的 Word 文档页面</translation>
    </message>
    <message>
        <source>Phone width</source>
        <translation>手机宽度</translation>
    </message>
    <message>
        <source>Show the page as wide as a phone is</source>
        <translation>按手机宽度显示页面</translation>
    </message>
    <message>
        <source>Simplified view: the exported page looks better.</source>
        <translation>简化视图：导出的页面效果更好。</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The page is being made…</source>
        <translation>正在生成页面…</translation>
    </message>
    <message>
        <source>The Word page needs QtPdf, which is missing in this installation of PySide6. Install the package PySide6 as a whole. (PD-WIN-002)</source>
        <translation>Word 页面需要 QtPdf，而此处安装的 PySide6 中缺少它。请安装完整的 PySide6 软件包。（PD-WIN-002）</translation>
    </message>
    <message>
        <source>Page as it will be exported</source>
        <translation>导出后的页面</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Preparing to print</source>
        <translation>正在准备打印</translation>
    </message>
    <message>
        <source>Print Preview</source>
        <translation>打印预览</translation>
    </message>
</context>
<context>
    <name>Protection</name>
    <message>
        <source>Protecting what you type</source>
        <translation>正在保护您输入的内容</translation>
    </message>
</context>
<context>
    <name>ProtectionBar</name>
    <message>
        <source>Save to Another Place…</source>
        <translation>保存到其他位置…</translation>
    </message>
    <message>
        <source>Your typing is kept in a second folder only. {why} Save to another place now.</source>
        <translation>您输入的内容目前只保存在备用文件夹中。{why} 请立即保存到其他位置。</translation>
    </message>
    <message>
        <source>Your typing is not being protected. {why} Save to another place now.</source>
        <translation>您输入的内容未受保护。{why} 请立即保存到其他位置。</translation>
    </message>
</context>
<context>
    <name>Qualities</name>
    <message>
        <source>Looking at a photo</source>
        <translation>正在检查照片</translation>
    </message>
</context>
<context>
    <name>QuickLook</name>
    <message>
        <source>The picture is being read…</source>
        <translation>正在读取图片…</translation>
    </message>
    <message>
        <source>Scaling a photo</source>
        <translation>正在缩放照片</translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation>实际像素</translation>
    </message>
    <message>
        <source>Show every pixel of it (Z)</source>
        <translation>显示每个像素(Z)</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>Back to the sheet</source>
        <translation>返回小样</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Reading recent releases</source>
        <translation>正在读取最近的新闻稿</translation>
    </message>
    <message>
        <source>Releases that you save appear here.</source>
        <translation>您保存的新闻稿会显示在这里。</translation>
    </message>
</context>
<context>
    <name>RecoveredNote</name>
    <message>
        <source>Recovered</source>
        <translation>可恢复的内容</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Looking for unsaved work</source>
        <translation>正在查找未保存的内容</translation>
    </message>
    <message>
        <source>New release</source>
        <translation>新的新闻稿</translation>
    </message>
    <message>
        <source>Not saved when PressDesk ended: {names}</source>
        <translation>PressDesk 结束时未保存：{names}</translation>
    </message>
    <message numerus="yes">
        <source> and %n other(s)</source>
        <translation>
            <numerusform>等，另有 %n 份</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recovered Work</source>
        <translation>恢复的内容</translation>
    </message>
    <message>
        <source>&amp;Not Now</source>
        <translation>以后再说(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>%n release(s) not saved when PressDesk ended</source>
        <translation>
            <numerusform>PressDesk 结束时有 %n 份新闻稿未保存</numerusform>
        </translation>
    </message>
    <message>
        <source>No file is changed: what you restore opens on the page, for you to read and save.</source>
        <translation>不会改动任何文件：恢复的内容会在页面上打开，由您查看并保存。</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>所有内容均已保存。</translation>
    </message>
    <message>
        <source>There is no work to recover.</source>
        <translation>没有需要恢复的内容。</translation>
    </message>
    <message>
        <source>Discarded in the last 30 days</source>
        <translation>最近 30 天内放弃的内容</translation>
    </message>
</context>
<context>
    <name>ReleaseDialogs</name>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>Rescuer</name>
    <message>
        <source>“{name}” is damaged. {why} The file stays as it is. What you choose opens as a release of its own, for you to save under another name.</source>
        <translation>“{name}”已损坏。{why} 该文件保持原样。您选择的内容会作为单独的新闻稿打开，由您以其他名称保存。</translation>
    </message>
    <message>
        <source>Damaged Release</source>
        <translation>已损坏的新闻稿</translation>
    </message>
    <message>
        <source>Open the Version of {when}</source>
        <translation>打开 {when} 的版本</translation>
    </message>
    <message>
        <source>Open the Backup of {day}</source>
        <translation>打开 {day} 的备份</translation>
    </message>
    <message>
        <source>Open What Can Be Read</source>
        <translation>打开可读取的内容</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>New releases</source>
        <translation>新的新闻稿</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>作者(&amp;A)</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>&amp;Organization</source>
        <translation>机构(&amp;O)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>模板(&amp;T)</translation>
    </message>
    <message>
        <source>Folder of more templates</source>
        <translation>更多模板的文件夹</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;More templates in</source>
        <translation>更多模板位于(&amp;M)</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>Mark words that the dictionary does not &amp;know</source>
        <translation>标出词典中没有的单词(&amp;K)</translation>
    </message>
    <message>
        <source>Set quotation marks and &amp;dashes while typing</source>
        <translation>输入时自动排好引号和破折号(&amp;D)</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language of the wi&amp;ndow</source>
        <translation>界面语言(&amp;N)</translation>
    </message>
    <message>
        <source>It holds from the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Follow the s&amp;ystem</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>浅色(&amp;I)</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation>深色(&amp;R)</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Font of the &amp;page</source>
        <translation>页面字体(&amp;P)</translation>
    </message>
    <message>
        <source>Font of the page</source>
        <translation>页面字体</translation>
    </message>
    <message>
        <source>Font of the &amp;window</source>
        <translation>窗口字体(&amp;W)</translation>
    </message>
    <message>
        <source>Font of the window</source>
        <translation>窗口字体</translation>
    </message>
    <message>
        <source>The museum opens its doors to all on April 12.</source>
        <translation>博物馆将于4月12日向公众开放。</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Text size in per cent</source>
        <translation>文字大小（百分比）</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Folder of Templates</source>
        <translation>模板文件夹</translation>
    </message>
    <message>
        <source>Templates of your own house, besides those of the program.</source>
        <translation>除程序自带的模板外，本机构自己的模板。</translation>
    </message>
    <message>
        <source>Templates found there: {0}</source>
        <translation>在此找到的模板：{0}</translation>
    </message>
    <message>
        <source>No template is there.</source>
        <translation>此处没有模板。</translation>
    </message>
</context>
<context>
    <name>SheetCommands</name>
    <message>
        <source>Write captions</source>
        <translation>撰写说明</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>快速查看</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Use on page</source>
        <translation>用于页面</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+回车键</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>附上</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter</source>
        <translation>Ctrl+Shift+回车键</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>添加照片…</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) chosen</source>
        <translation>
            <numerusform>已选 %n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>No stars</source>
        <translation>无星级</translation>
    </message>
</context>
<context>
    <name>SheetDelegate</name>
    <message>
        <source>Being read…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>{name}, {width} × {height} pixels</source>
        <translation>{name}，{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Photos of the release</source>
        <translation>新闻稿中的照片</translation>
    </message>
</context>
<context>
    <name>SizeGrid</name>
    <message>
        <source>Size of the table; the arrow keys change it</source>
        <translation>表格大小；用方向键更改</translation>
    </message>
    <message>
        <source>Rows: {0}. Columns: {1}.</source>
        <translation>行数：{0}。列数：{1}。</translation>
    </message>
</context>
<context>
    <name>SourceTypes</name>
    <message>
        <source>Not noted</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Taken with a camera</source>
        <translation>用相机拍摄</translation>
    </message>
    <message>
        <source>Taken with a camera, edited by people</source>
        <translation>用相机拍摄，经人工编辑</translation>
    </message>
    <message>
        <source>Enhanced by a program</source>
        <translation>经程序增强</translation>
    </message>
    <message>
        <source>Put together from several photos</source>
        <translation>由多张照片合成</translation>
    </message>
    <message>
        <source>Drawn on a computer</source>
        <translation>用计算机绘制</translation>
    </message>
    <message>
        <source>Altered with AI</source>
        <translation>经人工智能修改</translation>
    </message>
    <message>
        <source>Made by AI</source>
        <translation>由人工智能生成</translation>
    </message>
</context>
<context>
    <name>SpeakerMenu</name>
    <message>
        <source>Who speaks</source>
        <translation>发言人是谁</translation>
    </message>
    <message>
        <source>&amp;Nobody is named</source>
        <translation>不注明(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Add speaker…</source>
        <translation>添加发言人(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>SpellChecker</name>
    <message>
        <source>Loading a dictionary</source>
        <translation>正在载入词典</translation>
    </message>
    <message>
        <source>Looking for suggestions</source>
        <translation>正在查找建议</translation>
    </message>
    <message>
        <source>Checking the spelling</source>
        <translation>正在检查拼写</translation>
    </message>
</context>
<context>
    <name>SpellMarks</name>
    <message>
        <source>Looking for suggestions…</source>
        <translation>正在查找建议…</translation>
    </message>
    <message>
        <source>Add “{word}” to the dictionary</source>
        <translation>将“{word}”添加到词典</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>没有建议</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Drop a release, a text or photos anywhere to begin with it.</source>
        <translation>将新闻稿、文本或照片拖到窗口任意位置即可开始。</translation>
    </message>
    <message>
        <source>New release</source>
        <translation>新建新闻稿</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Sample release</source>
        <translation>示例新闻稿</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>早上好</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>下午好</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>晚上好</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Language of the release: change it in the details</source>
        <translation>新闻稿语言：可在“详情”中更改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 字</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>约 {n} 分钟</translation>
    </message>
    <message>
        <source>Draft v{n}</source>
        <translation>草稿 v{n}</translation>
    </message>
    <message>
        <source>⚠ Typing kept in a second folder</source>
        <translation>⚠ 输入仅存于备用文件夹</translation>
    </message>
    <message>
        <source>⚠ Typing not protected</source>
        <translation>⚠ 输入未受保护</translation>
    </message>
    <message>
        <source>● Typing protected {when}</source>
        <translation>● 输入已保护 {when}</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>只读打开</translation>
    </message>
    <message>
        <source>● Not saved yet</source>
        <translation>● 尚未保存</translation>
    </message>
    <message>
        <source>● Changed</source>
        <translation>● 已更改</translation>
    </message>
    <message>
        <source>Saved {when}</source>
        <translation>已保存 {when}</translation>
    </message>
</context>
<context>
    <name>Surface</name>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Insert Table</source>
        <translation>插入表格</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行数(&amp;R)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列数(&amp;C)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>The first row is the heading.</source>
        <translation>第一行是表头。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Insert Table</source>
        <translation>插入表格(&amp;I)</translation>
    </message>
</context>
<context>
    <name>TableGrid</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Format cells</source>
        <translation>设置单元格格式</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>添加行</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>添加列</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>Delete column</source>
        <translation>删除列</translation>
    </message>
    <message>
        <source>Add row above</source>
        <translation>在上方添加行</translation>
    </message>
    <message>
        <source>Add row below</source>
        <translation>在下方添加行</translation>
    </message>
    <message>
        <source>Add column before</source>
        <translation>在前面添加列</translation>
    </message>
    <message>
        <source>Add column behind</source>
        <translation>在后面添加列</translation>
    </message>
    <message>
        <source>Edit table</source>
        <translation>编辑表格</translation>
    </message>
</context>
<context>
    <name>TargetPictures</name>
    <message>
        <source>Column</source>
        <translation>栏宽</translation>
    </message>
    <message>
        <source>Web lead</source>
        <translation>网页首图</translation>
    </message>
    <message>
        <source>Thumbnail</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>What each use will show</source>
        <translation>各种用途的显示效果</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Style of the paragraph</source>
        <translation>段落样式</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>拖放</translation>
    </message>
</context>
<context>
    <name>VersionNameDialog</name>
    <message>
        <source>Keep This Version</source>
        <translation>保留此版本</translation>
    </message>
    <message>
        <source>As sent to the director</source>
        <translation>例如：送馆长审阅稿</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>The release is saved with it.</source>
        <translation>新闻稿会同时保存。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Every save is kept on this computer, never in the file you send. Choose one to compare it with the page, or two to compare them with each other.</source>
        <translation>每次保存都会保留在本机上，绝不会存入您发送的文件。选择一个版本可与页面比较，选择两个可相互比较。</translation>
    </message>
    <message>
        <source>&amp;Keep This Version…</source>
        <translation>保留此版本(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Open as Copy</source>
        <translation>打开为副本(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>比较(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>No version is kept yet: the first save makes one.</source>
        <translation>还没有保留的版本：首次保存后即会有。</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>别处</translation>
    </message>
    <message>
        <source>Version {number}, {when}, {user}, {words} words</source>
        <translation>版本 {number}，{when}，{user}，{words} 字</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>保存者</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>WebPage</name>
    <message>
        <source>The page can&apos;t be shown any more. Your text is not affected.</source>
        <translation>无法继续显示页面。您的文字不受影响。</translation>
    </message>
</context>
<context>
    <name>WordPage</name>
    <message>
        <source>Laying out the Word page</source>
        <translation>正在排版 Word 页面</translation>
    </message>
    <message>
        <source>The pages are being made…</source>
        <translation>正在生成页面…</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Make the pages anew</source>
        <translation>重新生成页面</translation>
    </message>
    <message>
        <source>Pages as Word will show them</source>
        <translation>Word 中的页面效果</translation>
    </message>
    <message>
        <source>Stopped. The pages are not those of the newest text.</source>
        <translation>已停止。这些页面不是最新内容。</translation>
    </message>
    <message>
        <source>Updating…</source>
        <translation>正在更新…</translation>
    </message>
    <message>
        <source>Page {n} of {count}</source>
        <translation>第 {n} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>PressDesk laid out these pages itself: in Word, lines and pages break elsewhere.</source>
        <translation>这些页面由 PressDesk 自行排版：在 Word 中，换行和分页位置会有所不同。</translation>
    </message>
    <message>
        <source>LibreOffice was not found, so PressDesk laid out these pages itself, and in Word lines and pages break elsewhere. Install LibreOffice to see the pages of the Word file.</source>
        <translation>未找到 LibreOffice，因此这些页面由 PressDesk 自行排版，Word 中的换行和分页位置会有所不同。安装 LibreOffice 后，即可看到 Word 文档本身的页面。</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>有 %n 处需要留意</numerusform>
        </translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Attach photos</source>
        <translation>附上照片</translation>
    </message>
    <message>
        <source>Pictures ({kinds});;All files (*)</source>
        <translation>图片 ({kinds});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not added</source>
        <translation>
            <numerusform>有 %n 个文件未添加</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed the photo “{name}”</source>
        <translation>已移除照片“{name}”</translation>
    </message>
    <message>
        <source>Place photo</source>
        <translation>放置照片</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” still stands in the text, %n time(s)</source>
        <translation>
            <numerusform>正文中仍有 %n 处“{name}”</numerusform>
        </translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>New release</source>
        <translation>新的新闻稿</translation>
    </message>
    <message>
        <source>Never saved</source>
        <translation>从未保存</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Recovered up to {when}</source>
        <translation>恢复至 {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) changed</source>
        <translation>
            <numerusform>%n 张照片有更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Last saved {when}</source>
        <translation>上次保存于 {when}</translation>
    </message>
    <message>
        <source>Last saved {when} by {user}</source>
        <translation>上次由 {user} 保存于 {when}</translation>
    </message>
    <message>
        <source>File unchanged</source>
        <translation>文件未改动</translation>
    </message>
    <message>
        <source>File changed since by somebody else</source>
        <translation>文件此后已被他人更改</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>File damaged</source>
        <translation>文件已损坏</translation>
    </message>
</context>
<context>
    <name>_Cells</name>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Click to see what is left of it</source>
        <translation>点击可查看其余可用内容</translation>
    </message>
    <message>
        <source>Click to take it out of the list</source>
        <translation>点击可从列表中移除</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审阅中</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Embargo over</source>
        <translation>禁发期已过</translation>
    </message>
    <message>
        <source>Embargo {when}</source>
        <translation>禁发至 {when}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>Press Enter to show it</source>
        <translation>按 Enter 键显示</translation>
    </message>
</context>
<context>
    <name>_Titles</name>
    <message>
        <source>Removed words are struck through.</source>
        <translation>删除的文字带删除线。</translation>
    </message>
    <message>
        <source>Added words are underlined.</source>
        <translation>添加的文字带下划线。</translation>
    </message>
</context>
</TS>
