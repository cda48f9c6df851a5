# Footnote in a container: two stages, no compiler, an unprivileged user, a root file system that may be read-only.
FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN python -m venv /opt/footnote \
 && /opt/footnote/bin/pip install --no-cache-dir --disable-pip-version-check --no-compile \
      --require-hashes --only-binary :all: -r requirements.lock
COPY bot bot
COPY index index
RUN /opt/footnote/bin/pip install --no-cache-dir --disable-pip-version-check --no-compile \
      --no-build-isolation --no-deps --no-index . \
 && /opt/footnote/bin/pip uninstall --yes --quiet setuptools pip \
 && find /opt/footnote -depth \( -name tests -o -name __pycache__ \) -type d -exec rm -rf {} +

FROM python:3.11-slim
# libfribidi puts right-to-left names in order in pictures; Pillow looks for it at run time.
RUN apt-get update && apt-get install --yes --no-install-recommends libfribidi0 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin footnote \
 && install -d -o footnote -g footnote /corpus /data
COPY --from=build /opt/footnote /opt/footnote
COPY --chown=footnote:footnote corpus /corpus
ENV PATH=/opt/footnote/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    FOOTNOTE_CORPUS=/corpus \
    FOOTNOTE_INDEX=/data/index \
    FOOTNOTE_DATA=/data \
    FOOTNOTE_HTTP=127.0.0.1:8080
USER footnote
WORKDIR /data
VOLUME ["/corpus", "/data"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["footnote"]
CMD ["run"]
