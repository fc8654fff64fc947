#!/usr/bin/env python3
"""Add up an export of the ledger by team and model, with DuckDB.

  curl -H "Authorization: Bearer $KEY" -o usage.parquet "$HILUM/v1/usage/export?format=parquet&from=2026-01-01&to=2026-01-31"
  usage_export.py usage.parquet

The columns are those of ../exports/usage-v1.parquet-schema. costUsd is a DECIMAL(18,9): sums are exact.
"""

import csv
import sys

import duckdb

BY_TEAM = """
    SELECT team, coalesce(servedModel, requestedModel) AS model, count(*) AS requests,
      CAST(sum(inputTokens + cachedInputTokens + cacheWriteTokens + audioInputTokens) AS BIGINT) AS inputTokens,
      CAST(sum(outputTokens + reasoningTokens + audioOutputTokens) AS BIGINT) AS outputTokens,
      sum(costUsd) AS costUsd
    FROM read_parquet(?) GROUP BY ALL ORDER BY team, model
"""


def main(files):
    if not files:
        print(__doc__, file=sys.stderr)
        return 2
    found = duckdb.execute(BY_TEAM, [files])
    lines = csv.writer(sys.stdout)
    lines.writerow([column[0] for column in found.description])
    for *row, usd in found.fetchall():
        lines.writerow([*row, f"{usd:f}"])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
