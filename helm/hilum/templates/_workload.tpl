{{/*
The parts that all services have in common. What tells them apart stands in "hilum.facts" and in each service's folder.
*/}}
{{- define "hilum.serviceAccount" -}}
{{- $values := get .root.Values .key }}
{{- if $values.serviceAccount.create }}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "hilum.serviceAccountName" . }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "hilum.labels" . | nindent 4 }}
  {{- $annotations := deepCopy $values.serviceAccount.annotations }}
  {{- with $values.workloadIdentity.clientId }}
  {{- $annotations = set $annotations "azure.workload.identity/client-id" . }}
  {{- end }}
  {{- with $annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: false
{{- end }}
{{- end }}

{{- define "hilum.service" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "hilum.name" . }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "hilum.labels" . | nindent 4 }}
spec:
  type: ClusterIP
  selector:
    {{- include "hilum.selector" . | nindent 4 }}
  ports:
    - name: http
      port: {{ $fact.port }}
      targetPort: http
      protocol: TCP
      appProtocol: http
{{- if eq $fact.kind "StatefulSet" }}
---
# Governs the StatefulSet; nobody calls it.
apiVersion: v1
kind: Service
metadata:
  name: {{ include "hilum.name" . }}-pods
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "hilum.labels" . | nindent 4 }}
    hilum.io/scrape: "false"
spec:
  clusterIP: None
  selector:
    {{- include "hilum.selector" . | nindent 4 }}
  ports:
    - name: http
      port: {{ $fact.port }}
      targetPort: http
      protocol: TCP
{{- end }}
{{- end }}

{{- define "hilum.hpa" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- $scaling := (get .root.Values .key).autoscaling }}
{{- if $scaling.enabled }}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "hilum.name" . }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "hilum.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: {{ $fact.kind }}
    name: {{ include "hilum.name" . }}
  minReplicas: {{ $scaling.minReplicas }}
  maxReplicas: {{ $scaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ $scaling.targetCpuPercent }}
  behavior:
    scaleDown:
      # A stream may last minutes: give up pods slowly, one at a time.
      stabilizationWindowSeconds: 300
      policies:
        - type: Pods
          value: 1
          periodSeconds: 120
{{- end }}
{{- end }}

{{- define "hilum.pdb" -}}
{{- $values := get .root.Values .key }}
{{- if $values.podDisruptionBudget.enabled }}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "hilum.name" . }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "hilum.labels" . | nindent 4 }}
spec:
  maxUnavailable: {{ $values.podDisruptionBudget.maxUnavailable }}
  # A pod that never became ready must not hold up a node's drain.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "hilum.selector" . | nindent 6 }}
{{- end }}
{{- end }}

{{/* The pod template of a Deployment or StatefulSet. */}}
{{- define "hilum.podTemplate" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- $values := get .root.Values .key }}
{{- $root := .root }}
metadata:
  labels:
    {{- include "hilum.selector" . | nindent 4 }}
    hilum.io/zone: {{ $fact.zone }}
    {{- if $values.workloadIdentity.clientId }}
    azure.workload.identity/use: "true"
    {{- end }}
  {{- with $values.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  serviceAccountName: {{ include "hilum.serviceAccountName" . }}
  # Who follows the catalogue at the API server mounts a token of an hour for it; workload identity projects its own.
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ $root.Values.drain.gracePeriodSeconds }}
  {{- with $root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  securityContext:
    runAsNonRoot: true
    runAsUser: 65532
    runAsGroup: 65532
    fsGroup: 65532
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: {{ $fact.name }}
      image: {{ include "hilum.image" . }}
      imagePullPolicy: {{ $root.Values.image.pullPolicy }}
      securityContext:
        allowPrivilegeEscalation: false
        privileged: false
        readOnlyRootFilesystem: true
        runAsNonRoot: true
        runAsUser: 65532
        runAsGroup: 65532
        capabilities:
          drop: [ALL]
        seccompProfile:
          type: RuntimeDefault
      ports:
        - name: http
          containerPort: {{ $fact.port }}
          protocol: TCP
      env:
        {{- include "hilum.env" . | trim | nindent 8 }}
      {{- with (include "hilum.envFrom" . | trim) }}
      envFrom:
        {{- . | nindent 8 }}
      {{- end }}
      startupProbe:
        httpGet:
          path: /actuator/health/liveness
          port: http
        periodSeconds: 3
        timeoutSeconds: 3
        failureThreshold: {{ ternary $root.Values.probes.ledgerStartupFailures $root.Values.probes.startupFailures (eq .key "usage") }}
      livenessProbe:
        httpGet:
          path: /actuator/health/liveness
          port: http
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
      readinessProbe:
        httpGet:
          path: /actuator/health/readiness
          port: http
        periodSeconds: 5
        timeoutSeconds: 3
        failureThreshold: 2
      lifecycle:
        preStop:
          # Endpoints forget the pod before it stops accepting; done by the kubelet, so the image needs no shell.
          sleep:
            seconds: {{ $root.Values.drain.preStopSeconds }}
      resources:
        {{- toYaml $values.resources | nindent 8 }}
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        {{- if $fact.catalogue }}
        - name: catalogue
          mountPath: /etc/hilum/catalogue
          readOnly: true
        {{- if $root.Values.catalogue.watch.enabled }}
        - name: api-server
          mountPath: /var/run/secrets/kubernetes.io/serviceaccount
          readOnly: true
        {{- end }}
        {{- end }}
        {{- if $values.listsSecret }}
        - name: lists
          mountPath: /etc/hilum/lists
          readOnly: true
        {{- end }}
        {{- if ($values.corrections).enabled }}
        - name: corrections
          mountPath: /var/lib/hilum
        {{- end }}
        {{- if $values.classifierClaim }}
        - name: classifier
          mountPath: /etc/hilum/classifier
          readOnly: true
        {{- end }}
        {{- if $fact.journal }}
        - name: journal
          mountPath: /var/lib/hilum
        {{- end }}
        {{- if $fact.audit }}
        - name: audit
          mountPath: /var/lib/hilum
        {{- if ne $root.Values.secrets.mode "generate" }}
        - name: audit-key
          mountPath: /etc/hilum/audit
          readOnly: true
        {{- end }}
        {{- end }}
        {{- if eq $root.Values.secrets.mode "keyVault" }}
        - name: key-vault
          mountPath: /mnt/key-vault
          readOnly: true
        {{- end }}
  volumes:
    # On the node's disk, bounded; /tmp of the JVM and of Netty's native libraries.
    - name: tmp
      emptyDir:
        sizeLimit: {{ $root.Values.tmpSize }}
    {{- if $values.listsSecret }}
    - name: lists
      secret:
        secretName: {{ $values.listsSecret }}
        defaultMode: 0440
        items:
          - key: lists.yaml
            path: lists.yaml
    {{- end }}
    {{- if ($values.corrections).enabled }}
    - name: corrections
      persistentVolumeClaim:
        claimName: {{ include "hilum.correctionsClaim" $root }}
    {{- end }}
    {{- if $values.classifierClaim }}
    - name: classifier
      persistentVolumeClaim:
        claimName: {{ $values.classifierClaim }}
        readOnly: true
    {{- end }}
    {{- if $fact.catalogue }}
    - name: catalogue
      configMap:
        name: {{ include "hilum.catalogueName" $root }}
        items:
          - key: catalogue.yaml
            path: catalogue.yaml
    {{- if $root.Values.catalogue.watch.enabled }}
    - name: api-server
      projected:
        # fsGroup makes it readable to the service's user and to nobody else.
        defaultMode: 0440
        sources:
          - serviceAccountToken:
              path: token
              expirationSeconds: 3600
          - configMap:
              name: kube-root-ca.crt
              items:
                - key: ca.crt
                  path: ca.crt
          - downwardAPI:
              items:
                - path: namespace
                  fieldRef:
                    fieldPath: metadata.namespace
    {{- end }}
    {{- end }}
    {{- if and $fact.journal (not $root.Values.journal.persistence.enabled) }}
    - name: journal
      emptyDir:
        sizeLimit: {{ $root.Values.journal.persistence.size }}
    {{- end }}
    {{- if $fact.audit }}
    {{- if not $root.Values.audit.persistence.enabled }}
    - name: audit
      emptyDir:
        sizeLimit: {{ $root.Values.audit.persistence.size }}
    {{- end }}
    {{- if ne $root.Values.secrets.mode "generate" }}
    - name: audit-key
      secret:
        secretName: {{ include "hilum.secretName" . }}
        # fsGroup makes it readable to the service's user and to nobody else.
        defaultMode: 0440
        items:
          - key: {{ $root.Values.audit.keyEntry }}
            path: {{ $root.Values.audit.keyEntry }}
    {{- end }}
    {{- end }}
    {{- if eq $root.Values.secrets.mode "keyVault" }}
    - name: key-vault
      csi:
        driver: secrets-store.csi.k8s.io
        readOnly: true
        volumeAttributes:
          secretProviderClass: {{ include "hilum.name" . }}
    {{- end }}
  {{- with $values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  topologySpreadConstraints:
    {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "hilum.selector" $ | nindent 10 }}
    {{- end }}
{{- end }}

{{/* Credentials of providers: routing-service alone has any. */}}
{{- define "hilum.envFrom" -}}
{{- if eq .key "routing" }}
{{- with .root.Values.routing.providerSecret }}
- secretRef:
    name: {{ . }}
{{- end }}
{{- end }}
{{- end }}

{{- define "hilum.deployment" -}}
{{- $values := get .root.Values .key }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "hilum.name" . }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "hilum.labels" . | nindent 4 }}
spec:
  {{- if not ($values.autoscaling).enabled }}
  replicas: {{ $values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      {{- include "hilum.selector" . | nindent 6 }}
  template:
    {{- include "hilum.podTemplate" . | trim | nindent 4 }}
{{- end }}

{{- define "hilum.statefulSet" -}}
{{- $fact := include "hilum.fact" . | fromYaml }}
{{- $values := get .root.Values .key }}
{{- $volume := ternary "audit" "journal" (default false $fact.audit) }}
{{- $persistence := (get .root.Values $volume).persistence }}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ include "hilum.name" . }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "hilum.labels" . | nindent 4 }}
spec:
  serviceName: {{ include "hilum.name" . }}-pods
  {{- if not ($values.autoscaling).enabled }}
  replicas: {{ $values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  # Replicas do not know each other: start and stop them at once, replace them one by one.
  podManagementPolicy: Parallel
  updateStrategy:
    type: RollingUpdate
  selector:
    matchLabels:
      {{- include "hilum.selector" . | nindent 6 }}
  {{- if $persistence.enabled }}
  # What a replica has not yet handed over stays with its number, whoever deletes or scales the set.
  persistentVolumeClaimRetentionPolicy:
    whenDeleted: Retain
    whenScaled: Retain
  volumeClaimTemplates:
    - apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: {{ $volume }}
        labels:
          {{- include "hilum.selector" . | nindent 10 }}
      spec:
        accessModes: [ReadWriteOncePod]
        {{- with $persistence.storageClass }}
        storageClassName: {{ . }}
        {{- end }}
        resources:
          requests:
            storage: {{ $persistence.size }}
  {{- end }}
  template:
    {{- include "hilum.podTemplate" . | trim | nindent 4 }}
{{- end }}
