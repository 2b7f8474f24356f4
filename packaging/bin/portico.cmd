@echo off
rem Starts Portico from the folder that holds bin\portico.cmd and lib\*.jar, with a Java it finds by itself.
setlocal EnableExtensions DisableDelayedExpansion
set "needed=25"
set "app=%~dp0.."
set "java="

if not exist "%app%\lib\portico.jar" (
  >&2 echo Portico is not complete: there is no "%app%\lib\portico.jar". Install it again.
  exit /b 2
)

if defined PORTICO_JAVA (
  if exist "%PORTICO_JAVA%\" (call :consider "%PORTICO_JAVA%") else (call :program "%PORTICO_JAVA%")
)
if defined PORTICO_JAVA if not defined java (
  >&2 echo Portico needs Java %needed% or newer, and PORTICO_JAVA names "%PORTICO_JAVA%", where there is none. Set it to the folder of a Java %needed% or newer, or unset it.
  exit /b 2
)
if not defined java if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined java for /f "delims=" %%j in ('where java.exe 2^>nul') do call :program "%%j"
if not defined java for %%r in (
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\BellSoft"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%USERPROFILE%\.jdks"
) do for /d %%h in ("%%~r\*") do call :consider "%%~fh"
if not defined java (
  >&2 echo Portico needs Java %needed% or newer. None was found by PORTICO_JAVA, JAVA_HOME or PATH, nor in the usual places. Install one, such as Eclipse Temurin, or set PORTICO_JAVA to its folder.
  exit /b 2
)

rem Classes that an earlier operation left in the JVM's own form; a file that does not fit is ignored.
set "shared=%USERPROFILE%\.portico"
if defined PORTICO_HOME set "shared=%PORTICO_HOME%"
set "shared=%shared%\cache\classes.jsa"
set "sharing="
if exist "%shared%" set sharing=-XX:SharedArchiveFile="%shared%" -Xlog:cds*=off -Xlog:aot*=off

rem Parallelism: with one pool thread, the engine's automation library waits for itself for ever.
"%java%" %sharing% --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx512m -Djava.util.concurrent.ForkJoinPool.common.parallelism=4 -classpath "%app%\lib\*" portico.Main %*
exit /b %ERRORLEVEL%

rem The Java home of a java.exe.
:program
if not exist "%~1" exit /b 0
call :consider "%~dp1.."
exit /b 0

rem Sets java when the Java home is new enough. Its release file tells, so none is started in vain.
:consider
if defined java exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "major="
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do (
  for /f "tokens=1 delims=.-+_" %%m in ("%%~v") do set "major=%%m"
)
if not defined major exit /b 0
if %major% GEQ %needed% set "java=%~1\bin\java.exe"
exit /b 0
