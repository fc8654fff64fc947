.DEFAULT_GOAL := help
.PHONY: help run warm test verify-style sdk-check azure-check analysts-check

help: ## Say what can be made
	@sed -n 's/^\([a-z0-9-]*\):.*## /make \1|/p' $(MAKEFILE_LIST) | column -t -s '|'

run: ## Build what has changed and start everything on this machine; Ctrl-C stops it
	@exec quickstart/run.sh

warm: ## Have the quick start learn its work once (two minutes): later starts are twice as quick
	quickstart/run.sh train

test: ## Build everything and pass every test, on real parts
	mvn verify

sdk-check: ## Ask a quick start of its own in every API with the clients of Python and Node (loads them); PROMPTS=FILE names prompts
	system-tests/python/sdk-check.sh $(PROMPTS)

analysts-check: ## Run what analysts are given, in Python, against a real Kafka and ledger (loads its libraries)
	system-tests/python/analysts-check.sh

.PHONY: portal-check
portal-check: ## Open the portal in the Chromium of this machine, against a quick start of its own; ARGS go to Playwright
	portal/e2e/check.sh $(ARGS)

azure-check: ## Archive evidence in Azure's emulator (loads it)
	system-tests/node/azure-check.sh

verify-style: ## Check the format of the sources and the rules of the build, without tests
	mvn -q validate

.PHONY: k8s chart-check images

k8s: ## Render the plain manifests from the chart
	k8s/render.sh

chart-check: ## Check chart, manifests, compose.yaml and Dockerfile; names what could not run
	helm/check.sh

images: ## Build the images from the jars of "mvn -DskipTests package"
	for service in gateway routing phi-scrubber usage rag portal agent; do \
		docker build --build-arg SERVICE=$$service-service -t hilum/$$service-service:0.1.0-SNAPSHOT . || exit 1; done

.PHONY: bench

bench: ## Measure the suite, everything on, against the way without it; APART=1 puts its databases on another core
	benchmarks/run.sh

.PHONY: budget-race
budget-race: ## Have a thousand requests compete for a budget worth fifty, here and at LiteLLM (loads it); REQUESTS=1000
	benchmarks/budget-race/run.sh $(REQUESTS)

.PHONY: usage-bench
usage-bench: ## Measure a million usage events into the ledger, reports on them, and a patient among a million audit events
	mvn -pl usage-service -am verify -Dtest=none -Dit.test=MillionEventsIT -Dhilum.test.events=1000000 \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

code-sets: ## Fetch the public code sets (CMS, FDA) into .hilum/codes for agents; set HILUM_CODES=.hilum/codes
	agent-service/src/codes/fetch.sh .hilum/codes

.PHONY: code-sets

.PHONY: phi-figures phi-public phi-bench phi-load

phi-figures: ## Print what de-identification finds of the labelled sets; SETS=FILE.jsonl names others, CLASSIFIER=FOLDER adds one
	phi-scrubber-service/src/evaluation/figures.sh $(SETS)

phi-public: ## Fetch microsoft/presidio-research (MIT) into .hilum/phi and print what is found of it; FILE= a copy of its data
	phi-scrubber-service/src/evaluation/public.py .hilum/phi $(FILE)
	phi-scrubber-service/src/evaluation/figures.sh .hilum/phi/presidio-research.jsonl

phi-bench: ## Measure what de-identification costs by length of text (JMH), and through HTTP
	phi-scrubber-service/src/evaluation/bench.sh

phi-load: ## Measure what the service alone takes of memory and processor over HTTP; MEMORY=640m, CPUS=2, CLASSIFIER=FOLDER
	phi-scrubber-service/src/evaluation/load.sh

.PHONY: phi-model

phi-model: ## Train the scrubber's model of names and places anew (five minutes) and write its data sheet
	phi-training/train.sh

.PHONY: fuzz

fuzz: ## Look for inputs that break the scrubber, the restorer or the reading of requests; TIME=10m for each
	for test in phi-scrubber-service:ScrubberFuzzTests gateway-service:RestorerFuzzTests gateway-service:RequestFuzzTests; do \
		JAZZER_FUZZ=1 mvn -q -am -pl $${test%%:*} test -Dtest=$${test##*:} -Dsurefire.failIfNoSpecifiedTests=false \
			-Dhilum.fuzz=true -Djazzer.max_duration=$(or $(TIME),60s) || exit 1; done

.PHONY: crash-rounds

crash-rounds: ## Kill each service under load, ROUNDS=50 in all, let every part fail for AWAY=60s, check all invariants; SEED=N (an hour)
	mvn -pl system-tests -am verify -Dtest=none -Dit.test=CrashRoundsIT -Dhilum.rounds=$(or $(ROUNDS),50) \
	  -Dhilum.rounds.seed=$(or $(SEED),20261123) -Dhilum.rounds.away=$(or $(AWAY),60s) -Dhilum.rounds.reader=10 \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
	  && echo "rounds: every invariant held" || { echo "rounds: an invariant was violated, or a round did not end; see above"; exit 1; }
