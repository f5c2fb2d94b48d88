{{- define "kag.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "kag.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" -}}
{{- else if contains (include "kag.name" .) .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "kag.name" .) | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "kag.selector" -}}
app.kubernetes.io/name: {{ include "kag.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "kag.labels" -}}
{{ include "kag.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "kag.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{- define "kag.secret" -}}
{{- required "existingSecret: name a Secret with DATABASE_URL, AUTH_CREDENTIALS and SESSION_SECRET" .Values.existingSecret -}}
{{- end -}}

{{- /* What every pod of the release has: no privileges, no token of the cluster, a file system that cannot be written. */ -}}
{{- define "kag.podSecurity" -}}
automountServiceAccountToken: false
{{- with .Values.serviceAccountName }}
serviceAccountName: {{ . }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 65532
  runAsGroup: 65532
  fsGroup: 65532
  seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{- define "kag.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end -}}

{{- /* Variables of a container, by name: `settings` holds them; the Secret is beneath, so that a setting wins. */ -}}
{{- define "kag.environment" -}}
envFrom:
  - secretRef: { name: {{ include "kag.secret" .root }} }
env:
{{- range $name, $value := .settings }}
  - { name: {{ $name }}, value: {{ $value | toString | quote }} }
{{- end }}
{{- with .root.Values.extra.env }}
{{ toYaml . | indent 2 }}
{{- end }}
{{- end -}}

{{- /* Beside what is given from outside, a folder to write to: the rest of the file system is closed. */ -}}
{{- define "kag.mounts" -}}
volumeMounts:
  - { name: tmp, mountPath: /tmp }
  {{- with .Values.extra.volumeMounts }}
{{ toYaml . | indent 2 }}
  {{- end }}
{{- end -}}

{{- define "kag.volumes" -}}
volumes:
  - name: tmp
    emptyDir: { sizeLimit: {{ .size }} }
  {{- with .root.Values.extra.volumes }}
{{ toYaml . | indent 2 }}
  {{- end }}
{{- end -}}

{{- /* What a role's processes are told, by name. Few connections each: together they must fit into PostgreSQL's. */ -}}
{{- define "kag.settings" -}}
{{- $part := index .root.Values .role }}
{{- $settings := dict "NODE_ENV" "production" "ROLE" .role "PORT" "8080" "DATABASE_POOL_MAX" "5" "MIGRATE_ON_START" (ternary "false" "true" .root.Values.migration.enabled) }}
{{- if .root.Values.ingress.enabled }}{{ $_ := set $settings "TRUST_PROXY_HOPS" (.root.Values.ingress.hops | toString) }}{{ end }}
{{- mergeOverwrite $settings .root.Values.config $part.config | toJson }}
{{- end -}}

{{- /* Connections at the most: what each process is allowed, and two of the migration. */ -}}
{{- define "kag.connections" -}}
{{- $sum := 2 }}
{{- range $role := list "api" "worker" }}
{{- $part := index $.Values $role }}
{{- $pods := add 1 (ternary $part.autoscaling.maxReplicas $part.replicas $part.autoscaling.enabled) }}
{{- $settings := include "kag.settings" (dict "root" $ "role" $role) | fromJson }}
{{- $sum = add $sum (mul $pods ($settings.DATABASE_POOL_MAX | int)) }}
{{- end }}
{{- $sum }}
{{- end -}}

{{- define "kag.checkConnections" -}}
{{- $most := include "kag.connections" . | int }}
{{- $allowed := .Values.database.maxConnections | int }}
{{- if and (gt $allowed 0) (gt $most (sub $allowed 3 | int)) }}
{{- fail (printf "database.maxConnections: %d connections at the most do not fit into %d, 3 of which are for superusers. Lower config.DATABASE_POOL_MAX or maxReplicas, or raise PostgreSQL's max_connections and this value." $most $allowed) }}
{{- end }}
{{- end -}}
