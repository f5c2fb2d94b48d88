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
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}

{{- define "kag.secret" -}}
{{- required "existingSecret: name a Secret with DATABASE_URL, AUTH_CREDENTIALS and SESSION_SECRET" .Values.existingSecret -}}
{{- end -}}

{{- /* What every pod of the release has: no privileges, no token of the cluster, a file system that cannot be written. */ -}}
{{- define "kag.podSecurity" -}}
automountServiceAccountToken: false
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
{{- end -}}
