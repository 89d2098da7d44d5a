#!/usr/bin/env Rscript
# Who did what to whom, by month: sums the dyads of a store and writes them as CSV.
#
#     Rscript dyads.R news.db months.csv
#
# Needs DBI and RSQLite.

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 2) stop("usage: dyads.R STORE OUT.csv")

store <- DBI::dbConnect(RSQLite::SQLite(), arguments[1], flags = RSQLite::SQLITE_RO)

months <- DBI::dbGetQuery(store, "
  SELECT substr(day, 1, 7) AS month, source_country, target_country, quad,
         sum(events) AS events, round(sum(events * goldstein) / sum(events), 2) AS goldstein
  FROM v_dyad_day
  WHERE source_country <> target_country
  GROUP BY 1, 2, 3, 4
  ORDER BY 1, 2, 3, 4")

write.csv(months, arguments[2], row.names = FALSE, quote = FALSE)
print(head(months[order(-months$events), ], 5))

# The views of other data sets have their columns; codes are texts:
#   icews <- DBI::dbGetQuery(store, 'SELECT * FROM v_icews')
# An exported folder reads like this; cols() keeps the zeros of the codes:
#   readr::read_csv("tables/event.csv", col_types = readr::cols(cameo = "c", geonames = "c"))

DBI::dbDisconnect(store)
