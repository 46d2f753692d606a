-- Writes what TeX made of each paragraph: one CSV row a line, as bench_typography reads it.
now = {}
local out = assert(io.open(tex.jobname .. ".csv", "w"))
local disc, glue, hlist = node.id("disc"), node.id("glue"), node.id("hlist")
local spaces_of_text = {[0] = true, [13] = true, [14] = true} -- a skip, \spaceskip, \xspaceskip
local automatic_disc = 2                                      -- after a typed hyphen

-- hyph_en_US.dic: its encoding and limits stand in capitals before the patterns.
function read_patterns(language, file)
    local patterns = {}
    for line in io.lines(file) do
        if not line:match("^[A-Z%%#]") then patterns[#patterns + 1] = line end
    end
    lang.patterns(lang.new(language), table.concat(patterns, " "))
end

-- A line that ends at a discretionary keeps it, emptied, as the last node before \rightskip.
local function hyphen_at_end(line)
    local last = node.tail(line.head)
    while last and last.id == glue do last = last.prev end
    if not last or last.id ~= disc or last.pre or last.replace then return 0 end
    return last.subtype == automatic_disc and 2 or 1
end

local function spaces_in(line)
    local count = 0
    for each in node.traverse_id(glue, line.head) do
        if spaces_of_text[each.subtype] then count = count + 1 end
    end
    return count
end

-- What the line would be wider than its measure by, with its spaces at their narrowest; bp.
local function excess(line)
    local natural = node.dimensions(1, 2, 0, line.head) -- all spaces shrunk in full
    return (natural - line.width) / 65781.76
end

local function write_lines(head)
    local lines = {}
    for line in node.traverse_id(hlist, head) do lines[#lines + 1] = line end
    for number, line in ipairs(lines) do
        local ratio = 0
        if line.glue_order == 0 then ratio = line.glue_sign == 2 and -line.glue_set or line.glue_set end
        local overfull = line.glue_sign == 2 and excess(line) > 0.01
        out:write(table.concat({now.mode, now.size, now.measure, now.paragraph, number == #lines and 1 or 0,
            hyphen_at_end(line), string.format("%.5f", ratio), overfull and 1 or 0, spaces_in(line)}, ","), "\n")
    end
    return head
end
luatexbase.add_to_callback("post_linebreak_filter", write_lines, "lines as CSV")

function finish() out:close() end
