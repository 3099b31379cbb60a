-- Requests of one kind for wrk, and one line of figures at the end:
--   wrk … -s requests.lua URL -- KIND FOLDER FROM TO
-- KIND is upload, extract, search or feed; uploads and extractions take the files FROM to TO of FOLDER, in order.

local threads = {}

function setup(thread)
   table.insert(threads, thread)
end

local queries = {"公开", "依申请公开", "微信公众号 年份>=2020", "新收申请>=10", "行政复议 行政诉讼", "\"上年结转\"", "政府网站 培训"}
local feeds = {"/api/v1/cells?year=2022&limit=200", "/api/v1/facts?year=2022&limit=200", "/api/v1/findings?limit=200",
   "/api/v1/ledger?year=2022", "/api/v1/changes?after=0&limit=500", "/api/v1/aggregates?year=2022"}
local addresses = {upload = "/api/v1/reports", extract = "/api/v1/extract"}

local function encoded(text)
   return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

function init(args)
   kind = args[1]
   ok, busy, failed = 0, 0, 0
   next_one = 0
   files = {}
   if addresses[kind] then
      local from, to = tonumber(args[3]), tonumber(args[4])
      local names = io.popen("ls '" .. args[2] .. "' | grep -v gold.json | sed -n " .. from .. "," .. to .. "p")
      for name in names:lines() do
         table.insert(files, args[2] .. "/" .. name)
      end
      names:close()
   end
end

function request()
   next_one = next_one + 1
   if kind == "search" then
      return wrk.format("GET", "/api/v1/search?q=" .. encoded(queries[next_one % #queries + 1]))
   elseif kind == "feed" then
      return wrk.format("GET", feeds[next_one % #feeds + 1])
   end
   local path = files[(next_one - 1) % #files + 1]
   local file = io.open(path, "rb")
   local content = file:read("*a")
   file:close()
   local body = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" .. path:match("[^/]+$")
      .. "\"\r\n\r\n" .. content .. "\r\n--limit--\r\n"
   return wrk.format("POST", addresses[kind], {["Content-Type"] = "multipart/form-data; boundary=limit"}, body)
end

function response(status, headers)
   if status < 300 then
      ok = ok + 1
   elseif status == 429 and headers["Retry-After"] then
      busy = busy + 1
   else
      failed = failed + 1
   end
end

function done(summary, latency, requests)
   local ok, busy, failed = 0, 0, 0
   for _, thread in ipairs(threads) do
      ok, busy, failed = ok + thread:get("ok"), busy + thread:get("busy"), failed + thread:get("failed")
   end
   local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
   io.write(string.format("FIGURES %s %.1f %.0f %.0f %d %d %d\n", threads[1]:get("kind"),
      ok * 1e6 / summary.duration, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, ok, busy, failed + errors))
end
