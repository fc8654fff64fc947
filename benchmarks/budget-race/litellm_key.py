"""One key of LiteLLM with a budget, and one without for warming up, as its hook for authentication gives them."""

import os

from litellm.proxy._types import UserAPIKeyAuth

BUDGETS = {"sk-race-limited": float(os.environ["RACE_BUDGET_USD"]), "sk-race-free": None}


async def authenticate(request, api_key: str) -> UserAPIKeyAuth:
    if api_key not in BUDGETS:
        raise ValueError("unknown key")
    return UserAPIKeyAuth(api_key=api_key, token=api_key, max_budget=BUDGETS[api_key], spend=0.0)
